import fc from 'fast-check';
import { LOCALES } from '../../i18n/message.js';
import { numberFrom, numberText } from './decimal-text.js';

describe('numberFrom', () => {
  it.each([
    ['12.5', 12.5, 12.5],
    ['12,5', 12.5, 12.5],
    [' 15 % ', 15, 15],
    ['$20', 20, 20],
    ['20 €', 20, 20],
    ['1,250.50', 1250.5, 1250.5],
    ['1.250,50', 1250.5, 1250.5],
    ['1,250', 1250, 1.25],
    ['1.250', 1.25, 1250],
    ['0.125', 0.125, 0.125],
    ['1,250,000', 1_250_000, 1_250_000],
    ["1'250", 1250, 1250],
    ['.5', 0.5, 0.5],
    ['5.', 5, 5],
    ['-5', -5, -5],
    ['', null, null],
    ['ten', null, null],
    ['1.2.3', null, null],
    ['12-5', null, null],
    ['1e3', null, null],
    ['.', null, null],
  ])('reads %j as %j in English and as %j in Spanish', (text, english, spanish) => {
    expect([numberFrom(text, 'en'), numberFrom(text, 'es')]).toEqual([english, spanish]);
  });

  it('parses what it formatted', () => {
    const amount = fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(amount, fc.constantFrom(...LOCALES), (value, locale) => {
        expect(numberFrom(numberText(value, locale), locale)).toBe(value);
      }),
    );
  });
});
