import { CURRENCIES } from '../../../test/support/currencies.js';
import { liabilityCsv } from './liability-csv.js';
import type { LiabilityAnswer } from './liability.dto.js';

const REPORT = {
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-20T10:00:00.000Z',
  as_of: '2026-03-21T08:30:00.250Z',
  credit: {
    opening_cents: 5000,
    granted_cents: 2000,
    used_cents: -300,
    expired_cents: 100,
    reversed_cents: 40,
    adjusted_cents: 7,
    closing_cents: 7153,
  },
  outstanding_credit: [
    { from_days: 0, to_days: 30, count: 2, cents: 7000 },
    { from_days: 366, to_days: null, count: 0, cents: 0 },
  ],
  unused_discounts: [
    { from_days: 0, to_days: 30, percent_count: 3, fixed_count: 1, fixed_cents: 500 },
    { from_days: 366, to_days: null, percent_count: 0, fixed_count: 0, fixed_cents: 0 },
  ],
} satisfies Omit<LiabilityAnswer, 'currency'>;

const TIMES = '2026-03-01T00:00:00.000Z,2026-03-20T10:00:00.000Z,2026-03-21T08:30:00.250Z';

describe.each(CURRENCIES)('liabilityCsv, in $currency', ({ currency }) => {
  const report = { ...REPORT, currency };
  const COMMON = `${currency},${TIMES}`;

  it('writes one value in each row, with currency and times', () => {
    const [mark, ...lines] = liabilityCsv(report).split(/^\uFEFF|\r\n/);
    expect(mark).toBe('');
    expect(lines).toEqual([
      'section,measure,from_days,to_days,value,currency,from,to,as_of',
      `credit,opening_cents,,,5000,${COMMON}`,
      `credit,granted_cents,,,2000,${COMMON}`,
      `credit,used_cents,,,-300,${COMMON}`,
      `credit,expired_cents,,,100,${COMMON}`,
      `credit,reversed_cents,,,40,${COMMON}`,
      `credit,adjusted_cents,,,7,${COMMON}`,
      `credit,closing_cents,,,7153,${COMMON}`,
      `outstanding_credit,count,0,30,2,${COMMON}`,
      `outstanding_credit,cents,0,30,7000,${COMMON}`,
      `outstanding_credit,count,366,,0,${COMMON}`,
      `outstanding_credit,cents,366,,0,${COMMON}`,
      `unused_discounts,percent_count,0,30,3,${COMMON}`,
      `unused_discounts,fixed_count,0,30,1,${COMMON}`,
      `unused_discounts,fixed_cents,0,30,500,${COMMON}`,
      `unused_discounts,percent_count,366,,0,${COMMON}`,
      `unused_discounts,fixed_count,366,,0,${COMMON}`,
      `unused_discounts,fixed_cents,366,,0,${COMMON}`,
      '',
    ]);
  });

  it('ends every line as RFC 4180 requires, with as many fields as the header', () => {
    const text = liabilityCsv(report).replace('\uFEFF', '');
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n"]/);
    const widths = text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',').length);
    expect(new Set(widths)).toEqual(new Set([9]));
  });

  it('writes amounts in plain digits, however large', () => {
    const credit = { ...REPORT.credit, opening_cents: Number.MAX_SAFE_INTEGER };
    expect(liabilityCsv({ ...report, credit })).toContain(`opening_cents,,,9007199254740991,${COMMON}\r\n`);
  });
});
