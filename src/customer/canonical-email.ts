import { domainToASCII, domainToUnicode } from 'node:url';

/** Mail providers that ignore dots before the @. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/** Returns true for a domain that may have a second spelling: it contains non-ASCII letters, or is in Punycode. */
const isInternational = (domain: string): boolean => /[^\0-\x7F]|xn--/.test(domain);

/**
 * Normalizes an e-mail address to the form that is stored and compared, and is unique in a tenant: NFC, in lower case, with
 * the domain in Unicode. `info@xn--exmple-cua.de` becomes `info@exämple.de` (UTS 46).
 */
export function normalizeEmail(email: string): string {
  const address = email.normalize('NFC').toLowerCase();
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  if (!isInternational(domain)) return address;
  const ascii = domainToASCII(domain);
  return ascii === '' ? address : address.slice(0, at) + domainToUnicode(ascii);
}

/**
 * Returns the mailbox that an address delivers to, so that one person is recognized under different spellings. The address
 * is normalized, with its domain in ASCII, without a plus tag, and without dots if the provider ignores them. For
 * comparison only; no e-mail is ever sent to it.
 */
export function canonicalEmail(email: string): string {
  const address = normalizeEmail(email);
  const at = address.lastIndexOf('@');
  const typed = address.slice(at + 1);
  const domain = isInternational(typed) ? domainToASCII(typed) || typed : typed;
  const full = address.slice(0, at);
  const untagged = full.replace(/(?<=.)\+.*/, ''); // `+a@…` has no tag: nothing precedes the plus sign
  const local = DOTLESS.has(domain) ? untagged.replaceAll('.', '') : untagged;
  return `${local}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`;
}
