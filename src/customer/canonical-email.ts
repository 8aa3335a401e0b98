/** Mail providers that ignore dots before the @. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/** Returns an e-mail address in lower case. Addresses are stored and compared in this form, and are unique per tenant. */
export const normalizeEmail = (email: string): string => email.toLowerCase();

/**
 * Returns the mailbox that an address delivers to, to recognize one person under two spellings: in lower case, without the
 * plus-tag, and without dots where the provider ignores them. For comparison only; no e-mail is ever sent to it.
 */
export function canonicalEmail(email: string): string {
  const address = normalizeEmail(email);
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const full = address.slice(0, at);
  const untagged = full.replace(/(?<=.)\+.*/, ''); // `+a@…` has no tag: nothing precedes the plus sign
  const local = DOTLESS.has(domain) ? untagged.replaceAll('.', '') : untagged;
  return `${local}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`;
}
