import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

/** Once a process: the package would read its list again at every question. */
const DISPOSABLE = disposableEmailBlocklistSet();

/** Whether an address is of a provider of throwaway mailboxes, or of a domain below such a provider's. */
export function isDisposable(email: string): boolean {
  const labels = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.');
  return labels.some((_, index) => DISPOSABLE.has(labels.slice(index).join('.')));
}
