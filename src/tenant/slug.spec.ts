import { isSlug } from './slug.js';

describe('isSlug', () => {
  it.each(['acme-waste', 'a', '1', 'a-1-b', 'a'.repeat(63)])('accepts %s', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', '-a', 'a-', 'a--b', 'Acme', 'a_b', 'a b', 'é', 'a\u0000', '../x', 'a'.repeat(64)])(
    'rejects %j',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );

  it('takes linear time', () => {
    expect(isSlug('a-'.repeat(31) + '!')).toBe(false);
  });
});
