/** Lower-case letters, digits and single dashes between them: what stands well in a link. */
export const SLUG = /^[a-z0-9](-?[a-z0-9])*$/;
export const MAX_SLUG = 63;

/** True for what can be a tenant's address in public. */
export const isSlug = (text: string): boolean => text.length <= MAX_SLUG && SLUG.test(text);
