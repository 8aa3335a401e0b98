import { schedule } from './schedule.js';

const QUALIFIED_AT = new Date('2026-03-20T10:00:00.250Z');

const at = (holdDays: number, rewardExpiresDays: number | null, from = QUALIFIED_AT): (string | null)[] => {
  const { availableAt, expiresAt } = schedule({ holdDays, rewardExpiresDays }, from);
  return [availableAt.toISOString(), expiresAt?.toISOString() ?? null];
};

describe('schedule', () => {
  it.each<[string, number, number | null, string, string | null]>([
    ['at once and for ever', 0, null, '2026-03-20T10:00:00.250Z', null],
    ['after the hold, for ever', 14, null, '2026-04-03T10:00:00.250Z', null],
    ['at once, for a day', 0, 1, '2026-03-20T10:00:00.250Z', '2026-03-21T10:00:00.250Z'],
    [
      'after the longest hold, for the longest time',
      90,
      3650,
      '2026-06-18T10:00:00.250Z',
      '2036-06-15T10:00:00.250Z',
    ],
  ])('lets a reward be used %s', (_, holdDays, rewardExpiresDays, availableAt, expiresAt) => {
    expect(at(holdDays, rewardExpiresDays)).toEqual([availableAt, expiresAt]);
  });

  it('starts the days until expiry when the hold ends', () => {
    expect(at(30, 30)).toEqual(['2026-04-19T10:00:00.250Z', '2026-05-19T10:00:00.250Z']);
  });

  it('counts days of 24 hours in any time zone: over a leap day, the end of a year and a clock change', () => {
    expect(at(1, 1, new Date('2028-02-28T00:00:00Z'))).toEqual([
      '2028-02-29T00:00:00.000Z',
      '2028-03-01T00:00:00.000Z',
    ]);
    expect(at(1, 1, new Date('2026-12-31T23:59:59Z'))).toEqual([
      '2027-01-01T23:59:59.000Z',
      '2027-01-02T23:59:59.000Z',
    ]);
    expect(at(1, 1, new Date('2026-03-28T12:00:00+01:00'))).toEqual([
      '2026-03-29T11:00:00.000Z',
      '2026-03-30T11:00:00.000Z',
    ]);
  });

  it('does not change the date it was given', () => {
    const qualifiedAt = new Date(QUALIFIED_AT);
    const { availableAt } = schedule({ holdDays: 0, rewardExpiresDays: null }, qualifiedAt);
    availableAt.setUTCFullYear(1999);
    expect(qualifiedAt).toEqual(QUALIFIED_AT);
  });
});
