import { phoneDigits } from './phone-digits.js';

describe('phoneDigits', () => {
  it.each(['+1 555 0100', '1-555-0100', '(1) 555.0100', '001 555 0100', '15550100'])(
    'knows %s for the same number',
    (phone) => {
      expect(phoneDigits(phone)).toBe('15550100');
    },
  );

  it('tells numbers apart that differ in a digit', () => {
    expect(phoneDigits('+1 555 0100')).not.toBe(phoneDigits('+1 555 0101'));
  });

  it.each([null, undefined, '', '1', 'n/a', '00000000000', '555 010'])(
    'has nothing to say of %s',
    (phone) => {
      expect(phoneDigits(phone)).toBeNull();
    },
  );
});
