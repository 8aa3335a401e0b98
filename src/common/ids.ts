import { typeid } from 'typeid-js';

/** The format of an id, ours or one that a platform provides. */
export const ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Returns a new TypeID: a prefix that names the kind of resource and a UUIDv7 in base 32. Ids sort by creation time,
 * and strictly so within one process (RFC 9562, section 6.2).
 * @example newId('cus') // 'cus_01jdb0z5n8e8rv3zq6wq5ztg5q'
 */
export const newId = (prefix: string): string => typeid(prefix).toString();

/** The actor of changes that are caused only by the passage of time, as recorded in timelines and the ledger. */
export const SYSTEM = 'system';
