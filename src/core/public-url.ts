/** Injection token for the base URL of shared links, without a trailing slash. */
export const PUBLIC_URL = Symbol('public url');
