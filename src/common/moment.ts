const SHAPE = /^(?!0000)(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * Returns true for an RFC 3339 time that exists and has a zone: `2026-03-20T10:00:00Z`. `Date` reads 30 February as 2
 * March, but PostgreSQL rejects it, so the parsed time must match the input.
 */
export function isMoment(text: unknown): text is string {
  const [, local = ''] = (typeof text === 'string' ? SHAPE.exec(text) : null) ?? [];
  const date = new Date(`${local}Z`);
  const year = new Date(String(text)).getUTCFullYear(); // the zone can move the year
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(local) && year >= 1 && year <= 9999;
}
