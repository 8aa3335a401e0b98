import type { Language } from '../../common/language.js';

const NONCE = /%CSP_NONCE%/g;
const LANGUAGE = /(<html\b[^>]*\blang=")[^"]*"/;
const RETURN_ORIGINS = '%RETURN_ORIGINS%';
const OWN_TITLE = /<title>[^<]*<\/title>/;
const HEAD = '<!--head-->';

/** The content that a response inserts into a page. */
interface PageContent {
  readonly nonce: string;
  readonly language: Language;
  /** Origins that the page may link back to. */
  readonly returnOrigins: readonly string[];
  /** Tags for the head, including a title that replaces the page's own. Empty for none. */
  readonly tags: string;
}

/**
 * Fills in a page. The tags are inserted last, and replacements are functions, so that no text from users is read as a
 * placeholder or a replacement pattern.
 */
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

/** Escapes text for an element or a quoted attribute of HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
