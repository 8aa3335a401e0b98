/** `#0a7a5c`: any colour; pages make of it the shades that people can read. */
export const BRAND_COLOR = /^#[0-9a-f]{6}$/i;

/** The colour of a tenant that has not chosen one. */
export const DEFAULT_BRAND_COLOR = '#0a7a5c';
