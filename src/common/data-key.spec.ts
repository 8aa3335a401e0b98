import fc from 'fast-check';
import { DataKey } from './data-key.js';

const SECRET = 'a-secret-of-at-least-thirty-two-characters';
const key = new DataKey(SECRET);
const other = new DataKey('another-secret-of-at-least-thirty-two-chars');

describe('the key of data at rest', () => {
  it('opens what it has sealed, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sealed = key.seal('test', text);
        expect(sealed).toMatch(/^[\w-]+$/);
        expect(key.open('test', sealed)).toBe(text);
      }),
    );
  });

  it('does not open an empty text whose tag was cut, which would be easier to guess', () => {
    const bytes = Buffer.from(key.seal('test', ''), 'base64url');
    for (const tagLength of [4, 8, 12, 15]) {
      const cut = bytes.subarray(0, bytes.length - 16 + tagLength).toString('base64url');
      expect(() => key.open('test', cut)).toThrow(/tag/);
    }
  });

  it('seals the same text differently each time', () => {
    expect(key.seal('test', 'whsec_1')).not.toBe(key.seal('test', 'whsec_1'));
  });

  it.each([
    ['another key', (sealed: string) => other.open('test', sealed)],
    ['another purpose', (sealed: string) => key.open('else', sealed)],
    [
      'a changed text',
      (sealed: string) => key.open('test', `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`),
    ],
    ['a part of it', (sealed: string) => key.open('test', sealed.slice(0, 20))],
  ])('does not open with %s', (_, open) => {
    expect(() => open(key.seal('test', 'a secret'))).toThrow();
  });

  it('opens what an earlier version has sealed, and knows its fingerprints', () => {
    const sealed = 'lEiUBDJY4BP5S36lvWnsKAxkeOpCVnz6xgI9YhK7N4B-2YfT';
    expect(new DataKey(SECRET).open('test', sealed)).toBe('a secret');
    const fingerprint = 'd1669d4eef6a7b1a87d10ea75e25c33c83193b47d92b56b589e1526a03a62ec4';
    expect(key.fingerprint('test', 'john@example.com')).toBe(fingerprint);
  });

  it('recognizes a text by its fingerprint, for one purpose and key only', () => {
    const fingerprint = key.fingerprint('test', 'john@example.com');
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(key.fingerprint('test', 'john@example.com')).toBe(fingerprint);
    const others = [
      key.fingerprint('test', 'jane@example.com'),
      key.fingerprint('else', 'john@example.com'),
      other.fingerprint('test', 'john@example.com'),
    ];
    expect(others).not.toContain(fingerprint);
  });
});
