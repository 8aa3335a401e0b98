import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { existsSync, readFileSync } from 'node:fs';
import { PAGE_OPTIONS, type PageOptions } from './page-options.js';
import { DomainError } from '../../common/domain-error.js';

/** The files that are served by name. No request path decides which file is read. */
const NAMES = [
  'dashboard.html',
  'portal.html',
  'enroll.html',
  'embed.js',
  'share.png',
  'favicon.svg',
] as const;
type WebFile = (typeof NAMES)[number];

/** Reads the built pages once at startup. */
@Injectable()
export class WebFileService {
  private readonly files = new Map<WebFile, Buffer>();

  constructor(@Inject(PAGE_OPTIONS) { webRoot }: PageOptions) {
    for (const name of NAMES) {
      const file = path.join(webRoot, name);
      if (existsSync(file)) this.files.set(name, readFileSync(file));
    }
  }

  /**
   * Returns a file.
   * @throws DomainError `pages_not_built`
   */
  bytes(name: WebFile): Buffer {
    const bytes = this.files.get(name);
    if (bytes === undefined) throw pagesNotBuilt();
    return bytes;
  }

  /**
   * Returns a file as text.
   * @throws DomainError `pages_not_built`
   */
  text(name: WebFile): string {
    return this.bytes(name).toString('utf8');
  }
}

const pagesNotBuilt = (): DomainError =>
  new DomainError('unavailable', 'pages_not_built', 'The pages are not built. Run: npm run build');
