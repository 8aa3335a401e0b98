/** Mail providers that ignore dots before the @. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/** An address as it is stored and compared: e-mail addresses are unique per tenant in lower case. */
export const normaliseEmail = (email: string): string => email.toLowerCase();

/**
 * The mailbox behind an address, to recognise one person under two spellings: lower case, the plus-tag dropped, and the
 * dots too where the provider ignores them. For comparison only; nothing is ever sent to it.
 */
export function canonicalEmail(email: string): string {
  const address = normaliseEmail(email);
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const full = address.slice(0, at);
  const untagged = full.replace(/(?<=.)\+.*/, ''); // a tag needs something to be the tag of
  const local = DOTLESS.has(domain) ? untagged.replaceAll('.', '') : untagged;
  return `${local}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`;
}
