/** Requests a minute for each address on public routes; 0: no limit, and no alarm. A number to inject. */
export const PUBLIC_LIMIT = Symbol('public limit');
