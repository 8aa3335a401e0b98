/** Serializes a value as JSON with sorted keys, so that equal values have the same JSON. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sortKeys(value ?? null));

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
