import type { CurrentConfigAnswer } from '../../src/config/config.dto.js';
import type { AvailableAnswer } from '../../src/config/offer.dto.js';
import type { WithheldReason } from '../../src/config/offer.js';
import type { RewardRole } from '../../src/config/program-terms.js';
import type { EnrollmentAnswer, QuoteAnswer } from '../../src/enrollment/enrollment.dto.js';
import type {
  MyCodeAnswer,
  ReferralDetailAnswer,
  ReferralValidation,
} from '../../src/referral/referral.dto.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import { majorOf } from '../../src/tenant/value.js';
import type { Page } from '../../src/core/http/page.js';
import type { History, Person } from './history.js';
import { daysAfter, type Forecast, rewardsIn, spentIn, statusOf, timesOf } from './model.js';
import type { Terms } from './plan.js';

/** What was said about one side: a value and when it can be used, or that it is withheld. */
interface Said {
  readonly type: string | undefined;
  readonly value: number | undefined;
  readonly withheld: WithheldReason | undefined;
  readonly available: AvailableAnswer | undefined;
}

/** When a reward of a friend who enrolls now can be used. The first invoice that qualifies a referral uses the friend's. */
function availableFrom(
  role: RewardRole,
  { qualifyOn, holdDays }: Terms,
  now: Date,
): AvailableAnswer | undefined {
  if (qualifyOn === 'manual') return 'after_approval';
  if (qualifyOn === 'first_invoice')
    return role === 'referee' && holdDays === 0 ? undefined : 'after_first_invoice';
  return holdDays === 0 ? undefined : { from: daysAfter(now, holdDays).toISOString() };
}

const saidBy = (history: History, role: RewardRole, forecast: Forecast): Said => {
  const { value, withheld } = forecast[role];
  const offered = withheld === null ? majorOf(value, history.tenant.currency) : 0;
  return {
    type: value.type,
    value: offered,
    withheld: withheld ?? undefined,
    available: offered === 0 ? undefined : availableFrom(role, history.terms, history.now),
  };
};

/** What my-code says about both sides is what the program and its limits allow now. */
export function myCodeOffersWhatTheLimitsAllow(
  history: History,
  code: MyCodeAnswer,
  forecast: Forecast,
): void {
  const said = (role: RewardRole): Said => ({
    type: code[`${role}_reward_type`],
    value: code[`${role}_reward_value`],
    withheld: code[`${role}_reward_withheld`],
    available: code[`${role}_reward_available`],
  });
  const { qualifyOn, minInvoiceCents } = history.terms;
  history.agree(
    'my-code says the smallest invoice that counts',
    qualifyOn === 'first_invoice' ? (minInvoiceCents ?? undefined) : undefined,
    code.min_invoice_cents,
  );
  for (const role of ['referee', 'referrer'] as const) {
    history.agree(
      `my-code offers the ${role} what the program and its limits allow`,
      saidBy(history, role, forecast),
      said(role),
    );
  }
}

/** The check of a code promises the friend what my-code promises, and nothing for a code that does not count. */
export function validationOffersTheSame(
  history: History,
  answer: ReferralValidation,
  code?: MyCodeAnswer,
): void {
  const { referrer_name: _, ...said } = answer;
  history.agree(
    'validate promises the friend what my-code promises',
    code === undefined
      ? { valid: false, reason: 'invalid_code' }
      : {
          valid: true,
          referee_reward_type: code.referee_reward_type,
          referee_reward_value: code.referee_reward_value,
          withheld: code.referee_reward_withheld,
          available: code.referee_reward_available,
          min_invoice_cents: code.min_invoice_cents,
        },
    said,
  );
}

/** A quote contains the friend's reward that my-code promises, unless the promo takes its place. */
export function quoteOffersTheSame(
  history: History,
  quote: QuoteAnswer,
  code: MyCodeAnswer | undefined,
): void {
  const { status, reason } = quote.referral;
  const granted =
    code !== undefined && status === 'applied' && reason === null && code.referee_reward_value > 0;
  history.agree(
    "a quote contains the friend's reward that my-code promises",
    granted
      ? [
          {
            source: 'referral',
            type: code.referee_reward_type,
            value: code.referee_reward_value,
            available: code.referee_reward_available,
          },
        ]
      : [],
    quote.discounts.filter(({ source }) => source === 'referral'),
  );
  if (reason === 'promo_not_combinable' || code?.referee_reward_withheld === undefined) return;
  history.agree(
    'a quote says that a reward is withheld',
    code.referee_reward_withheld,
    quote.referral.withheld,
  );
}

/** The answer to an enrollment grants what the quote a moment before offered. */
export function enrollmentGrantsWhatWasQuoted(
  history: History,
  quote: QuoteAnswer,
  answer: EnrollmentAnswer,
): void {
  const said = ({ referral, promo, discounts }: QuoteAnswer | EnrollmentAnswer): object => ({
    referral: Object.assign({}, referral, { referral_id: null }),
    promo,
    discounts,
  });
  history.agree('an enrollment grants what was quoted', said(quote), said(answer));
}

/** Both sides of a new referral get what was said to them, with its moment, and nobody gets what was withheld. */
export function referralHoldsWhatWasSaid(
  history: History,
  detail: ReferralDetailAnswer,
  forecast: Forecast,
): void {
  for (const role of ['referrer', 'referee'] as const) {
    const { value, withheld } = forecast[role];
    const given = withheld === null && value.units > 0;
    const reward = detail[`${role}_reward`];
    history.agree(
      `the ${role} of a new referral gets what was said`,
      {
        reward: given ? { type: value.type, value: majorOf(value, history.tenant.currency) } : null,
        withheld: value.units === 0 && withheld !== 'promo_not_combinable' ? null : withheld,
      },
      {
        reward: reward && { type: reward.type, value: reward.value },
        withheld: detail[`${role}_reward_withheld`],
      },
    );
  }
}

/** Every reward that was promised exists with its value, its times and its status, and no other does. */
export async function everyRewardIsAsPromised(history: History): Promise<void> {
  const { data } = await history.call<Page<RewardAnswer>>('GET', '/api/rewards?limit=100', {
    token: history.admin,
    quiet: true,
  });
  const happened = data.map(
    ({ id, referral_id, role, customer_id, type, value, status, available_at, expires_at }) => ({
      ...{ id, referral_id, role, customer_id, type, value, status },
      ...{ available_at, expires_at },
    }),
  );
  const said = history.rewards.map((reward) => {
    const { referral, role, ownerId, value } = reward;
    const { availableAt, expiresAt } = timesOf(reward);
    return {
      ...{ id: reward.id, referral_id: referral.id, role, customer_id: ownerId },
      ...{ type: value.type, value: majorOf(value, history.tenant.currency) },
      status: statusOf(reward, history.now),
      available_at: availableAt?.toISOString() ?? null,
      expires_at: expiresAt?.toISOString() ?? null,
    };
  });
  const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
  history.agree(
    'every promised reward is there as it was promised, and no other is',
    said.toSorted(byId),
    happened.toSorted(byId),
  );
  for (const reward of history.rewards) {
    reward.shortfall = data.find(({ id }) => id === reward.id)?.shortfall_cents ?? 0;
  }
}

/** What is left of a cap and used of a budget is what the rewards that were not voided add up to. */
export async function limitsCountWhatWasEarned(
  history: History,
  person: Person,
  code: MyCodeAnswer,
): Promise<void> {
  const { rewards, terms, now } = history;
  const { maxRewards, maxRewardsPeriod, budgetCents } = terms;
  const used = rewardsIn(rewards, person.id, maxRewardsPeriod, now);
  history.agree(
    "what is left of a referrer's limit is what the rewards leave",
    maxRewards === null ? undefined : Math.max(0, maxRewards - used),
    code.limit?.left,
  );
  if (budgetCents === null) return;
  const config = await history.asAdmin<CurrentConfigAnswer>('GET', '/api/referrals/config');
  history.agree(
    'what is used of the budget is what the rewards of the month add up to',
    spentIn(rewards, now),
    config.usage?.budget.used_cents,
  );
}
