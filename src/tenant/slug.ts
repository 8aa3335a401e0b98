/** Lower-case letters, digits, and single dashes between them. */
export const SLUG = /^[a-z0-9](-?[a-z0-9])*$/;
export const MAX_SLUG = 63;

/** Returns true for text in the format of a tenant's slug. */
export const isSlug = (text: string): boolean => text.length <= MAX_SLUG && SLUG.test(text);
