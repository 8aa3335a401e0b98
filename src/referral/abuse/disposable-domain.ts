import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

/** Read once per process, because the package would read its list at every call. */
const DISPOSABLE = disposableEmailBlocklistSet();

/** Returns true for an address of a provider of disposable mailboxes, or of a subdomain of such a provider. */
export function isDisposable(email: string): boolean {
  const labels = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.');
  return labels.some((_, index) => DISPOSABLE.has(labels.slice(index).join('.')));
}
