import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Language } from './language.js';
import { WebFileService } from './web-file.service.js';
import { PAGE_OPTIONS, type PageOptions } from './page-options.js';
import { renderPage } from './render-page.js';

/** What a page asks of the browser and nobody else may: to copy a code. The rest is off; sharing has no switch in Chromium. */
const PERMISSIONS = [
  'clipboard-write=(self)',
  ...['camera', 'clipboard-read', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

const ALWAYS = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': PERMISSIONS,
  vary: 'accept-language',
};

/** Scripts are files of ours; styles too, and those that our scripts make with this answer's nonce. */
const policy = (nonce: string, ancestors: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');

/** The headers of a page, beside those of every answer. */
const pageHeaders = (nonce: string): Record<string, string> => ({
  ...ALWAYS,
  'content-security-policy': policy(nonce, ["'none'"]),
});

/** Of a page that may be shown in a frame. `x-frame-options` must be gone: it can't name others than its own origin. */
const framedHeaders = (nonce: string, origins: readonly string[]): Record<string, string> => ({
  ...ALWAYS,
  'content-security-policy': policy(nonce, ["'self'", ...origins]),
});

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
    const nonce = generateNonce();
    const html = this.render(name, nonce, language, tags);
    reply.headers(pageHeaders(nonce));
    return html;
  }

  /** The customer portal, which the origins of the settings may frame. @throws DomainError `pages_not_built` */
  portal(language: Language, reply: Reply): string {
    const nonce = generateNonce();
    const html = this.render('portal', nonce, language);
    reply.removeHeader('x-frame-options');
    reply.headers(framedHeaders(nonce, this.options.embedOrigins));
    return html;
  }

  private render(name: PageName, nonce: string, language: Language, tags = ''): string {
    const { returnOrigins } = this.options;
    return renderPage(this.files.text(`${name}.html`), { nonce, language, returnOrigins, tags });
  }
}

/** Of this answer only, so that no style but ours gets into it. */
const generateNonce = (): string => randomBytes(16).toString('base64');
