import { decodeCursor, encodeCursor, FIRST_CURSOR, type Page, toPage, SORTS } from './page.js';

const row = (n: number): { at: string; id: string; item: string } => ({
  at: `2026-03-20T10:00:00.00${n}Z`,
  id: `ref_${n}`,
  item: `{"n":${n}}`,
});
const read = (text: string): Page<{ n: number }> => JSON.parse(text) as Page<{ n: number }>;

describe('toPage', () => {
  it('returns the rows that fit and a cursor for the rest', () => {
    const page = read(toPage([row(3), row(2), row(1)], 2).text);
    expect(page).toMatchObject({ data: [{ n: 3 }, { n: 2 }], has_more: true });
    expect(decodeCursor(page.next_cursor ?? '')).toEqual({ at: row(2).at, id: row(2).id });
  });

  it('ends without a cursor', () => {
    expect(read(toPage([row(1)], 1).text)).toEqual({ data: [{ n: 1 }], has_more: false, next_cursor: null });
    expect(read(toPage([], 1).text)).toEqual({ data: [], has_more: false, next_cursor: null });
  });
});

describe('decodeCursor', () => {
  it('starts at the end of time', () => {
    expect(decodeCursor(undefined)).toBe(FIRST_CURSOR);
  });

  it('starts at the beginning of time when sorted oldest first', () => {
    expect(decodeCursor(undefined, 'created_at')).toEqual({ at: '-infinity', id: '' });
  });

  it('decodes cursors of its own order only', () => {
    const { at, id } = row(1);
    for (const sort of SORTS) {
      const text = encodeCursor({ at, id }, sort);
      expect(decodeCursor(text, sort)).toEqual({ at, id });
      for (const other of SORTS.filter((one) => one !== sort)) {
        expect(() => decodeCursor(text, other)).toThrow('The request has invalid fields.');
      }
    }
  });

  it.each([
    '',
    'x',
    'null',
    '../../etc/passwd',
    "' or 1=1 --",
    Buffer.from('infinity ').toString('base64url'),
    Buffer.from('2026-02-30T10:00:00.000Z ref_1').toString('base64url'),
    Buffer.from('2026-13-45T10:00:00.000Z ref_1').toString('base64url'),
    Buffer.from("2026-03-20T10:00:00.000Z ref_1' or").toString('base64url'),
    `${Buffer.from('2026-03-20T10:00:00.000Z ref_1').toString('base64url')}=`,
  ])('refuses %j', (text) => {
    expect(() => decodeCursor(text)).toThrow('The request has invalid fields.');
  });
});
