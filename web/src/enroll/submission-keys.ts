import { idempotencyKey } from 'referrals-sdk';

/**
 * Creates a function that returns one idempotency key for each content of a form, so that a retry or a double click is
 * the same enrollment and a changed form is a new request.
 */
export function submissionKeys(newKey = idempotencyKey): (content: unknown) => string {
  const keys = new Map<string, string>();
  return (content) => {
    const text = JSON.stringify(content);
    const key = keys.get(text) ?? newKey();
    keys.set(text, key);
    return key;
  };
}
