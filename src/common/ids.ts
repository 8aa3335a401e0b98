import { typeid } from 'typeid-js';

/** What an id may be: ours, or one that a platform brought with it. */
export const ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * A new TypeID: a prefix that names the kind of thing, and a UUIDv7 in base 32, so that ids sort by time of creation,
 * and those of one process strictly so (RFC 9562, section 6.2).
 * @example newId('cus') // 'cus_01jdb0z5n8e8rv3zq6wq5ztg5q'
 */
export const newId = (prefix: string): string => typeid(prefix).toString();

/** Who does what time alone does, as timelines and ledgers name it. */
export const SYSTEM = 'system';
