/** Injection token of the base of links that people share, without a slash at its end. */
export const PUBLIC_URL = Symbol('public url');
