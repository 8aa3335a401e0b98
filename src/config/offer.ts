import type { Value } from '../tenant/value.js';
import { allowancesOf } from './allowances.js';
import { type Program, type ProgramSettings, type RewardRole } from './program-terms.js';
import type { AllowanceKind } from './reward-allowance.entity.js';
import { schedule } from './schedule.js';

/** The reasons why a side of a referral gets no reward although the terms have one. */
export const WITHHELD_REASONS = ['budget_reached', 'limit_reached', 'promo_not_combinable'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

export const REASON_OF_LIMIT: Readonly<Record<AllowanceKind, WithheldReason>> = {
  budget: 'budget_reached',
  referrer_rewards: 'limit_reached',
};

/** When a reward can be used: at once, from a given time, or after an event that has not happened yet. */
export type Availability = 'now' | 'after_first_invoice' | 'after_approval' | { readonly from: Date };

/** The reward that one side would earn. */
export interface SideOffer {
  /** The value in the terms, even if it is withheld. 0 units mean no reward. */
  readonly value: Value;
  readonly withheld: WithheldReason | null;
  readonly available: Availability;
}

/** The rewards that both sides of a referral would earn if the friend enrolled now. */
export interface Offer extends Readonly<Record<RewardRole, SideOffer>> {
  /** The minimum total of the invoice that qualifies the referral; null without a minimum, or if no invoice is needed. */
  readonly minInvoiceCents: number | null;
}

/** The used part of each limit: the number of the referrer's rewards, and the month's budget in the smallest unit. */
export type UsedAllowances = Readonly<Record<AllowanceKind, number>>;

/**
 * Returns the rewards that both sides would earn if the friend enrolled at the given time. Every answer that announces a
 * reward before an enrollment uses this rule; see docs/adr/0036-one-offer.md. As in an enrollment, the friend's reward takes
 * from the budget before the referrer's.
 */
export function offerOf(
  { settings, ...terms }: Pick<Program, RewardRole | 'settings'>,
  used: UsedAllowances,
  at: Date,
): Offer {
  const now = { ...used };
  const sideOf = (role: RewardRole): SideOffer => {
    const value = terms[role];
    const claims =
      value.units === 0 ? [] : allowancesOf({ role, customerId: '', terms: value }, settings, at);
    const reached = claims.find(({ kind, amount, limit }) => now[kind] + amount > limit);
    if (reached === undefined) for (const { kind, amount } of claims) now[kind] += amount;
    return {
      value,
      withheld: reached === undefined ? null : REASON_OF_LIMIT[reached.kind],
      available: availabilityOf(role, settings, at),
    };
  };
  const referee = sideOf('referee');
  const minInvoiceCents = settings.qualifyOn === 'first_invoice' ? settings.minInvoiceCents : null;
  return { referee, referrer: sideOf('referrer'), minInvoiceCents };
}

/**
 * Returns when a reward could be used if the friend enrolled at the given time. The invoice that qualifies the referral
 * already uses the friend's reward, unless the program has a hold.
 */
function availabilityOf(role: RewardRole, settings: ProgramSettings, at: Date): Availability {
  const { qualifyOn, holdDays } = settings;
  if (qualifyOn === 'manual') return 'after_approval';
  if (qualifyOn === 'first_invoice') {
    return role === 'referee' && holdDays === 0 ? 'now' : 'after_first_invoice';
  }
  return holdDays === 0 ? 'now' : { from: schedule(settings, at).availableAt };
}

/** Returns the offer for an enrollment with a promo that does not combine: the friend gets the promo instead of the reward. */
export const besidePromo = (offer: Offer): Offer => ({
  ...offer,
  referee: { ...offer.referee, withheld: 'promo_not_combinable' },
});

/**
 * Returns true if an invoice qualifies a referral.
 * @param amountCents its total after discounts and before credit, without the reward that it would qualify
 */
export const qualifies = (
  amountCents: number,
  { minInvoiceCents }: Pick<ProgramSettings, 'minInvoiceCents'>,
): boolean => amountCents >= (minInvoiceCents ?? 1);

/** Returns true if the friend's first invoice can use the reward. @param amountCents as for `qualifies` */
export function isUsableOn(
  amountCents: number,
  { referee: { value, withheld, available } }: Offer,
  settings: ProgramSettings,
): boolean {
  if (value.units === 0 || withheld !== null || available !== 'now') return false;
  return settings.qualifyOn !== 'first_invoice' || qualifies(amountCents, settings);
}
