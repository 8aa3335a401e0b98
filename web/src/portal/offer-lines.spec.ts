import { type Locale, textOf } from '../i18n/message.js';
import { offerLines } from './offer-lines.js';
import type { MyCode } from './use-portal-data.js';

const CODE: MyCode = {
  referral_code: 'KH7N4WP3',
  referral_count: 0,
  referral_enabled: true,
  referrer_reward_type: 'credit',
  referrer_reward_value: 20,
  referee_reward_type: 'discount_percent',
  referee_reward_value: 15,
  enrollment_slug: 'acme-waste',
  enrollment_url: 'https://example.com/enroll/acme-waste?ref=KH7N4WP3',
};
const BOTH = 'They get 15% off. You get $20 credit for every friend who enrolls.';
const limit = (left: number, period = '2026-11'): MyCode['limit'] => ({ max_rewards: 2, period, left });
const NO_MINE = { referrer_reward_value: 0, referrer_reward_withheld: 'limit_reached' } as const;

const said = (code: Partial<MyCode>, locale: Locale = 'en'): string[] =>
  offerLines(
    { ...CODE, ...code },
    {
      reward: ({ type, value }) => (type === 'credit' ? `$${value} credit` : `${value}% off`),
      day: (moment) => moment.slice(0, 10),
      money: (cents) => `$${cents / 100}`,
    },
  ).map(({ message, values }) => textOf(message, locale, values));

describe('what a customer is told to get', () => {
  it('is one sentence when nothing stands in the way', () => {
    expect(said({})).toEqual([BOTH]);
    expect(said({ referrer_reward_value: 0 })).toEqual(['They get 15% off when they enroll.']);
  });

  it.each<[Partial<MyCode>, string]>([
    [
      {
        referrer_reward_available: { from: '2026-12-27T10:00:00Z' },
        referee_reward_available: { from: '2026-12-27T10:00:00Z' },
      },
      'For a friend who enrolls today, rewards are ready on 2026-12-27.',
    ],
    [{ referrer_reward_available: 'after_approval' }, 'Rewards are ready after approval.'],
    [
      { referrer_reward_available: 'after_first_invoice' },
      'Your reward is ready after your friend’s first invoice.',
    ],
    [{ referee_reward_available: 'after_first_invoice' }, 'Their reward is ready after their first invoice.'],
    [{ limit: limit(1) }, 'Rewards left this month: 1 of 2.'],
    [{ limit: limit(1, '2026') }, 'Rewards left this year: 1 of 2.'],
    [{ limit: limit(1, 'ever') }, 'Rewards left: 1 of 2.'],
  ])('names a wait or a limit: %j', (code, note) => {
    expect(said(code)).toEqual([BOTH, note]);
  });

  it.each<[Partial<MyCode>, string, string]>([
    [
      { referrer_reward_available: 'after_first_invoice' },
      'Their reward is for their first invoice of $50 or more. Your reward is ready after that invoice.',
      'Su recompensa es para su primera factura de $50 o más. Tu recompensa está lista tras esa factura.',
    ],
    [
      {
        referrer_reward_available: 'after_first_invoice',
        referee_reward_available: 'after_first_invoice',
      },
      'Their reward is ready after their first invoice of $50 or more. Your reward is ready after that invoice.',
      'Su recompensa está lista tras su primera factura de $50 o más. Tu recompensa está lista tras esa factura.',
    ],
    [
      { referrer_reward_available: 'after_first_invoice', referee_reward_value: 0 },
      'Your reward is ready after your friend’s first invoice of $50 or more.',
      'Tu recompensa está lista tras la primera factura de tu amigo de $50 o más.',
    ],
    [
      { referrer_reward_value: 0 },
      'Their reward is for their first invoice of $50 or more.',
      'Su recompensa es para su primera factura de $50 o más.',
    ],
    [{ referrer_reward_value: 0, referee_reward_value: 0 }, '', ''],
  ])('names the invoice that brings the rewards: %j', (code, en, es) => {
    const minimum = { ...code, min_invoice_cents: 5000 };
    expect(said(minimum).slice(1).join(' ')).toBe(en);
    expect(said(minimum, 'es').slice(1).join(' ')).toBe(es);
  });

  it('says that a limit is reached, and from when there are rewards again', () => {
    const friend = 'They get 15% off when they enroll.';
    const reached = 'You have reached the limit of 2 rewards.';
    expect(said({ ...NO_MINE, limit: limit(0) })).toEqual([
      friend,
      reached,
      'You can earn again from 2026-12-01.',
    ]);
    expect(said({ ...NO_MINE, limit: limit(0, 'ever') })).toEqual([friend, reached]);
  });

  it('says whose reward the budget has no room for', () => {
    const friend = { referee_reward_value: 0, referee_reward_withheld: 'budget_reached' } as const;
    const mine = { referrer_reward_value: 0, referrer_reward_withheld: 'budget_reached' } as const;
    expect(said({ ...mine, ...friend, limit: limit(1) })).toEqual([
      'Share your link with the people you would like to invite.',
      'There are no new rewards at the moment.',
    ]);
    expect(said(friend)).toEqual([
      'You get $20 credit for every friend who enrolls.',
      'There is no reward for your friends at the moment.',
    ]);
    expect(said(mine)).toEqual([
      'They get 15% off when they enroll.',
      'There is no new reward for you at the moment.',
    ]);
  });
});
