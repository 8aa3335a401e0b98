import type { Page } from '@playwright/test';
import type { Schemas } from 'referrals-sdk';

const WEEK_MS = 7 * 86_400_000;
const FIRST_MONDAY = Date.parse('2026-02-16T00:00:00Z');
const ENROLLED = [3, 5, 4, 8, 6, 11, 9, 14, 12, 17, 15, 21, 19];
const QUALIFIED = [3, 4, 4, 7, 5, 9, 8, 11, 9, 12, 10, 12, 6];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The figures of a program after some months: too many to enroll one by one. */
export const A_SEASON: Schemas['SummaryAnswer'] = {
  from: '2026-02-18T00:00:00.000Z',
  to: '2026-05-18T14:20:00.000Z',
  interval: 'week',
  as_of: '2026-05-18T14:20:00.000Z',
  currency: 'USD',
  funnel: {
    link_opened: 1284,
    code_validated: 402,
    enrolled: sum(ENROLLED),
    qualified: sum(QUALIFIED),
    rewarded: 61,
  },
  series: ENROLLED.map((enrolled, week) => ({
    start: new Date(FIRST_MONDAY + week * WEEK_MS).toISOString(),
    link_opened: enrolled * 9,
    code_validated: enrolled * 3,
    enrolled,
    qualified: QUALIFIED[week] ?? 0,
    rewarded: 0,
  })),
  top_referrers: [
    ['Ana Cooper', 'ana.cooper@example.com', 21, 17],
    [
      'Benjamin Featherstonehaugh-Whittington',
      'benjamin.featherstonehaugh@longcompanyname.example.com',
      14,
      12,
    ],
    ['Carla Ruiz', 'carla@example.com', 9, 9],
    ['Dan Okafor', 'dan.okafor@example.com', 6, 2],
    ['Eve Lindqvist', 'eve@example.com', 1, 0],
  ].map(([name, email, referrals, qualified], at) => ({
    customer_id: `cus_${at}`,
    name: String(name),
    email: String(email),
    referrals: Number(referrals),
    qualified: Number(qualified),
  })),
  promo_overlap: { referral_only: 121, both_applied: 23, promo_only: 41, referral_dropped: 9 },
};

/** The liability at that time. */
const OWED: Schemas['LiabilityAnswer'] = {
  currency: 'USD',
  from: '2026-05-01T00:00:00.000Z',
  to: A_SEASON.to,
  as_of: A_SEASON.to,
  credit: {
    opening_cents: 0,
    granted_cents: 0,
    used_cents: 0,
    expired_cents: 0,
    reversed_cents: 0,
    adjusted_cents: 0,
    closing_cents: 0,
  },
  outstanding_credit: [
    { from_days: 0, to_days: 30, count: 38, cents: 74_050 },
    { from_days: 31, to_days: 90, count: 22, cents: 41_000 },
    { from_days: 91, to_days: 180, count: 4, cents: 6_500 },
    { from_days: 181, to_days: 365, count: 0, cents: 0 },
    { from_days: 366, to_days: null, count: 1, cents: 2_000 },
  ],
  unused_discounts: [
    { from_days: 0, to_days: 30, percent_count: 31, fixed_count: 4, fixed_cents: 6_000 },
    { from_days: 31, to_days: 90, percent_count: 8, fixed_count: 0, fixed_cents: 0 },
    { from_days: 91, to_days: 180, percent_count: 0, fixed_count: 0, fixed_cents: 0 },
    { from_days: 181, to_days: 365, percent_count: 0, fixed_count: 0, fixed_cents: 0 },
    { from_days: 366, to_days: null, percent_count: 0, fixed_count: 0, fixed_cents: 0 },
  ],
};

/** Answers the overview with these figures. */
export async function withASeason(page: Page): Promise<void> {
  await page.route('**/api/analytics/summary*', (route) => route.fulfill({ json: A_SEASON }));
  await page.route('**/api/analytics/liability', (route) => route.fulfill({ json: OWED }));
}
