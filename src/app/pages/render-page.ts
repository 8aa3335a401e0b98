import type { Language } from './language.js';

const NONCE = /%CSP_NONCE%/g;
const LANGUAGE = /(<html\b[^>]*\blang=")[^"]*"/;
const RETURN_ORIGINS = '%RETURN_ORIGINS%';
const OWN_TITLE = /<title>[^<]*<\/title>/;
const HEAD = '<!--head-->';

/** What an answer puts into a page. */
interface PageContent {
  readonly nonce: string;
  readonly language: Language;
  /** Where the page may lead back to. */
  readonly returnOrigins: readonly string[];
  /** For its head, with a title that replaces the page's own; empty where there are none. */
  readonly tags: string;
}

/** The tags come last, and by functions: nothing that somebody has written is read as a place to fill, or as a pattern. */
export function renderPage(html: string, { nonce, language, returnOrigins, tags }: PageContent): string {
  const filled = html
    .replace(NONCE, () => nonce)
    .replace(RETURN_ORIGINS, () => escapeHtml(returnOrigins.join(' ')))
    .replace(LANGUAGE, (_, before: string) => `${before}${language}"`);
  return (tags === '' ? filled : filled.replace(OWN_TITLE, '')).replace(HEAD, () => tags);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in an element or in a quoted attribute of HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
