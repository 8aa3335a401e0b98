/** The permissions of an API key. `admin` includes the other scopes. */
export const KEY_SCOPES = ['read', 'enroll', 'redeem', 'admin'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/**
 * The API key rule of a route: the scope it needs; `by_method`, which is `read` for GET and `admin` for anything else;
 * or `none`, which admits no key.
 */
export type KeyAccess = KeyScope | 'by_method' | 'none';

const READING = ['GET', 'HEAD'];

/** Returns the scope that a key needs for this method, or undefined where no key is admitted. */
export function requiredScope(keys: KeyAccess, method: string): KeyScope | undefined {
  if (keys === 'none') return undefined;
  if (keys !== 'by_method') return keys;
  return READING.includes(method.toUpperCase()) ? 'read' : 'admin';
}

/** Returns true when the scopes of a key include the required one. */
export const hasScope = (scopes: readonly KeyScope[], needed: KeyScope): boolean =>
  scopes.includes(needed) || scopes.includes('admin');
