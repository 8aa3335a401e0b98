/** What an API key may do; `admin` includes the others. */
export const KEY_SCOPES = ['read', 'enroll', 'redeem', 'admin'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/**
 * What a label says of API keys: the scope that a route needs; `by_method`, for a route that reads needs `read` and any
 * other `admin`; or `none`, where no key is let in.
 */
export type KeyAccess = KeyScope | 'by_method' | 'none';

const READING = ['GET', 'HEAD'];

/** The scope that a key needs for a request of that method; undefined where no key is let in. */
export function requiredScope(keys: KeyAccess, method: string): KeyScope | undefined {
  if (keys === 'none') return undefined;
  if (keys !== 'by_method') return keys;
  return READING.includes(method.toUpperCase()) ? 'read' : 'admin';
}

/** True when a key with these scopes may do what needs that one. */
export const hasScope = (scopes: readonly KeyScope[], needed: KeyScope): boolean =>
  scopes.includes(needed) || scopes.includes('admin');
