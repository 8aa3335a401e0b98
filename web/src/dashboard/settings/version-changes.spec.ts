import { versionChanges } from './version-changes.js';
import type { Version } from './settings.queries.js';

const EN = { currency: { code: 'USD', digits: 2 }, locale: 'en' } as const;
const version = (changes: Version['changes'], program: Partial<Version> = {}): Version => ({
  version: 2,
  created_at: '2026-03-20T10:00:00Z',
  created_by: 'admin:usr_1',
  referral_enabled: true,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_type: 'discount_percent',
  referral_reward_referee_value: 15,
  referral_qualify_on: 'first_invoice',
  referral_min_invoice_cents: 50_00,
  referral_on_refund: 'keep',
  referral_hold_days: 1,
  referral_reward_expires_days: null,
  referral_max_rewards_per_referrer: null,
  referral_max_rewards_period: 'ever',
  referral_budget_cents: 50_000,
  referral_keep_attribution: true,
  referrer_name_display: 'first',
  ...program,
  changes,
});
const lines = (of: Version): string[] =>
  versionChanges(of, EN).map(({ what, from, to }) => `${what}: ${from} → ${to}`);

describe('versionChanges', () => {
  it('describes a kind and a value as one reward', () => {
    const changes = [
      { field: 'referral_reward_type', from: 'discount_percent', to: 'credit' },
      { field: 'referral_reward_value', from: 10, to: 20 },
      { field: 'referral_reward_referee_value', from: 0, to: 15 },
    ];
    expect(lines(version(changes))).toEqual([
      "Your customer's reward: 10% off → $20 credit",
      "The friend's reward: nothing → 15% off",
    ]);
  });

  it('has words for every setting, in the order of the page', () => {
    const changes = [
      { field: 'referral_keep_attribution', from: false, to: true },
      { field: 'referral_budget_cents', from: null, to: 50_000 },
      { field: 'referral_max_rewards_per_referrer', from: null, to: 5 },
      { field: 'referral_max_rewards_period', from: 'ever', to: 'month' },
      { field: 'referral_reward_expires_days', from: 365, to: null },
      { field: 'referral_hold_days', from: 0, to: 1 },
      { field: 'referrer_name_display', from: 'full', to: 'first' },
      { field: 'referral_min_invoice_cents', from: null, to: 50_00 },
      { field: 'referral_on_refund', from: 'reverse', to: 'keep' },
      { field: 'referral_qualify_on', from: 'enrollment', to: 'first_invoice' },
      { field: 'referral_enabled', from: false, to: true },
    ];
    const program = {
      referral_max_rewards_per_referrer: 5,
      referral_max_rewards_period: 'month',
    } as const;
    expect(lines(version(changes, program))).toEqual([
      'Program: off → on',
      "A referral counts: as soon as the friend enrolls → with the friend's first invoice",
      'Smallest invoice that counts: no minimum → $50',
      'When the friend’s invoice is refunded: rewards are taken back → rewards stay',
      'Name shown to friends: John Doe → John',
      'Waiting time: none → 1 day',
      'Time to use a reward: 365 days → never',
      'Rewards for one customer: no limit → 5 each month',
      'Monthly budget: no limit → $500',
      'Keep the referral when a promo wins: no → yes',
    ]);
  });

  it('leaves out a change without effect: the period of an absent limit', () => {
    const changes = [{ field: 'referral_max_rewards_period', from: 'month', to: 'ever' }];
    expect(lines(version(changes))).toEqual([]);
  });
});
