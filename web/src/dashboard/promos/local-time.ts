/** A moment as a field for a local day and time holds it: `2026-05-01T09:00`; no moment is an empty field. */
export function toLocalField(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that such a field means here; null: it is empty. */
export const fromLocalField = (text: string): string | null =>
  text === '' ? null : new Date(text).toISOString();

/** Where this browser is, such as `America/New_York`. */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
