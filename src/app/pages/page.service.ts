import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Language } from '../../common/language.js';
import { WebFileService } from './web-file.service.js';
import { PAGE_OPTIONS, type PageOptions } from './page-options.js';
import { renderPage } from './render-page.js';

/**
 * Allows the page to copy a code to the clipboard, and turns other features off. Chromium has no policy for sharing.
 */
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

/** Allows our own script and style files, and inline styles with this response's nonce. */
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

/** Returns the additional headers of a page. */
const pageHeaders = (nonce: string): Record<string, string> => ({
  ...ALWAYS,
  'content-security-policy': policy(nonce, ["'none'"]),
});

/**
 * Returns the headers of a page that may be framed. `X-Frame-Options` must be removed, because it can't name other
 * origins.
 */
const framedHeaders = (nonce: string, origins: readonly string[]): Record<string, string> => ({
  ...ALWAYS,
  'content-security-policy': policy(nonce, ["'self'", ...origins]),
});

type PageName = 'dashboard' | 'enroll' | 'portal';
type Reply = Pick<FastifyReply, 'headers' | 'removeHeader'>;

/** Renders pages with their security headers. */
@Injectable()
export class PageService {
  constructor(
    private readonly files: WebFileService,
    @Inject(PAGE_OPTIONS) private readonly options: PageOptions,
  ) {}

  /**
   * Renders a page that may not be framed.
   * @param tags HTML to insert into the head
   * @throws DomainError `pages_not_built`
   */
  page(name: Exclude<PageName, 'portal'>, language: Language, reply: Reply, tags = ''): string {
    const nonce = generateNonce();
    const html = this.render(name, nonce, language, tags);
    reply.headers(pageHeaders(nonce));
    return html;
  }

  /**
   * Renders the customer portal, which the configured origins may frame.
   * @throws DomainError `pages_not_built`
   */
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

/** Generates the nonce of one response. Browsers ignore inline styles without it. */
export const generateNonce = (): string => randomBytes(16).toString('base64');
