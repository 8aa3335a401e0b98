import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Language } from './language.js';
import { framedHeaders, pageHeaders } from './page-headers.js';
import { PAGE_OPTIONS, type PageOptions } from './page-options.js';
import { renderPage } from './render-page.js';
import { WebFileService } from './web-file.service.js';

type PageName = 'dashboard' | 'enroll' | 'portal';
type Reply = Pick<FastifyReply, 'headers' | 'removeHeader'>;

/** Pages, each with the headers that keep it to itself. */
@Injectable()
export class PageService {
  constructor(
    private readonly files: WebFileService,
    @Inject(PAGE_OPTIONS) private readonly options: PageOptions,
  ) {}

  /**
   * A page that nobody may frame.
   * @param tags for its head @throws DomainError `pages_not_built`
   */
  page(name: Exclude<PageName, 'portal'>, language: Language, reply: Reply, tags = ''): string {
    const nonce = newNonce();
    const html = this.rendered(name, nonce, language, tags);
    reply.headers(pageHeaders(nonce));
    return html;
  }

  /** The customer portal, which the origins of the settings may frame. @throws DomainError `pages_not_built` */
  portal(language: Language, reply: Reply): string {
    const nonce = newNonce();
    const html = this.rendered('portal', nonce, language);
    reply.removeHeader('x-frame-options');
    reply.headers(framedHeaders(nonce, this.options.embedOrigins));
    return html;
  }

  private rendered(name: PageName, nonce: string, language: Language, tags = ''): string {
    const { returnOrigins } = this.options;
    return renderPage(this.files.text(`${name}.html`), { nonce, language, returnOrigins, tags });
  }
}

/** Of this answer only, so that no style but ours gets into it. */
const newNonce = (): string => randomBytes(16).toString('base64');
