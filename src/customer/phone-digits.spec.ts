import { phoneDigits } from './phone-digits.js';

describe('phoneDigits', () => {
  it.each(['+1 555 0100', '1-555-0100', '(1) 555.0100', '001 555 0100', '15550100'])(
    'recognizes %s as the same number',
    (phone) => {
      expect(phoneDigits(phone)).toBe('15550100');
    },
  );

  it('distinguishes numbers that differ in a digit', () => {
    expect(phoneDigits('+1 555 0100')).not.toBe(phoneDigits('+1 555 0101'));
  });

  it.each([
    ['555 0100', '5550100'],
    ['00 555-0100', '5550100'],
    ['+49 171 5550 4711 22', '491715550471122'],
    ['5000000', '5000000'],
  ])('accepts %s as a number of at least seven digits', (phone, digits) => {
    expect(phoneDigits(phone)).toBe(digits);
  });

  it.each([null, undefined, '', '1', 'n/a', '00000000000', '555 010', '0555 010', '0 0 0 555 010'])(
    'returns null for %s',
    (phone) => {
      expect(phoneDigits(phone)).toBeNull();
    },
  );
});
