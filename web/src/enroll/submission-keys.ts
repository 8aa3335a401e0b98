import { idempotencyKey } from 'referrals-sdk';

/**
 * Gives each content of a form one key, however often it is sent: a lost answer is asked for again, and a double click
 * is one enrollment. A form that was changed is another request.
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
