import { fromLocalField, toLocalField } from './local-time.js';

describe('a field for a local day and time', () => {
  it('holds the moment it was given, to the minute', () => {
    const field = toLocalField('2026-05-01T09:05:00.000Z');
    expect(field).toMatch(/^2026-0[45]-\d\dT\d\d:\d5$/);
    expect(fromLocalField(field)).toBe('2026-05-01T09:05:00.000Z');
  });

  it('is empty for no moment', () => {
    expect(toLocalField(null)).toBe('');
    expect(fromLocalField('')).toBeNull();
  });
});
