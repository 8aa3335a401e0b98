const SHAPE = /^(?!0000)(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * True for an RFC 3339 time with a zone that exists: `2026-03-20T10:00:00Z`. A `Date` takes 30 February for 2 March, and
 * PostgreSQL refuses it; so the time must come back as it went in.
 */
export function isMoment(text: unknown): text is string {
  const [, local = ''] = (typeof text === 'string' ? SHAPE.exec(text) : null) ?? [];
  const date = new Date(`${local}Z`);
  const year = new Date(String(text)).getUTCFullYear(); // the zone can move it
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(local) && year >= 1 && year <= 9999;
}
