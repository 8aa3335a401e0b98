import { type Config, draftOf, isChanged, readDraft, valueTextFor } from './program-draft.js';

const USD = { code: 'USD', digits: 2 };
const EN = { currency: USD, locale: 'en' } as const;
const ES = { currency: USD, locale: 'es' } as const;
const JPY = { currency: { code: 'JPY', digits: 0 }, locale: 'en' } as const;
const SAVED: Config = {
  referral_enabled: true,
  referral_reward_type: 'credit',
  referral_reward_value: 20.5,
  referral_reward_referee_type: 'discount_percent',
  referral_reward_referee_value: 15,
  referral_qualify_on: 'enrollment',
  referral_min_invoice_cents: 50_00,
  referral_on_refund: 'reverse',
  referral_hold_days: 0,
  referral_reward_expires_days: null,
  referral_max_rewards_per_referrer: 12,
  referral_max_rewards_period: 'year',
  referral_budget_cents: 110_50,
  referral_keep_attribution: false,
  referrer_name_display: 'full',
};

describe('a draft of the program', () => {
  it.each([EN, ES])('requests the saved program when nothing is typed (%j)', (writing) => {
    const { request } = readDraft(draftOf(SAVED, writing), writing);
    expect(request).toEqual(SAVED);
    expect(request !== null && isChanged(request, SAVED)).toBe(false);
  });

  it('shows numbers as the language writes them, and no limit as an empty field', () => {
    expect(draftOf(SAVED, ES)).toMatchObject({
      referral_reward_value: '20,5',
      referral_budget_cents: '110,5',
      referral_min_invoice_cents: '50',
      referral_reward_expires_days: '',
    });
  });

  it('reads an amount in the smallest unit, without floating-point noise', () => {
    const draft = { ...draftOf(SAVED, EN), referral_budget_cents: '1.1', referral_min_invoice_cents: '' };
    expect(readDraft(draft, EN).request).toMatchObject({
      referral_budget_cents: 110,
      referral_min_invoice_cents: null,
    });
    expect(readDraft(draft, JPY).request?.referral_budget_cents).toBe(1.1); // for the API to refuse
  });

  it('lists the fields that are not numbers; only a limit may be empty', () => {
    const draft = { ...draftOf(SAVED, EN), referral_reward_value: '', referral_budget_cents: 'much' };
    expect(readDraft(draft, EN)).toEqual({
      request: null,
      unreadable: ['referral_reward_value', 'referral_budget_cents'],
    });
  });

  it('is changed by another value, not by another notation', () => {
    const of = (text: string): boolean => {
      const { request } = readDraft({ ...draftOf(SAVED, EN), referral_reward_value: text }, EN);
      return request !== null && isChanged(request, SAVED);
    };
    expect([of('20,50'), of('21')]).toEqual([false, true]);
  });

  it.each([
    ['discount_percent', '15', '15'],
    ['discount_percent', '250', '10'],
    ['credit', '12.345', '12.35'],
    ['credit', 'ten', 'ten'],
  ] as const)('as %s keeps of %j what the type allows: %j', (type, before, after) => {
    expect(valueTextFor(type, before, EN)).toBe(after);
  });

  it('has no decimals in a currency without them', () => {
    expect(valueTextFor('credit', '12.5', JPY)).toBe('13');
  });
});
