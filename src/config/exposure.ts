import { type MajorValue, majorValue, type Value } from '../tenant/value.js';
import type { Program, ProgramSettings } from './program-terms.js';

/** The settings that bound the earnings of an hour. */
export const BOUNDS = ['referral_max_rewards_per_referrer', 'referral_budget_cents'] as const;
type Bound = (typeof BOUNDS)[number];

/** The most that somebody with a script and one code can earn with fake customers. */
export interface Exposure {
  /** The reward of a side for each newcomer. Null means nothing. */
  readonly referrer: MajorValue | null;
  readonly referee: MajorValue | null;
  /** The number of newcomers that one address can enroll. Null means that public requests are not limited. */
  readonly newcomers_per_hour: number | null;
  /** The sum of credit and fixed discounts of both sides; percentages have no amount yet. Null means unbounded. */
  readonly amount_cents_per_hour: number | null;
  readonly usable_after_days: number;
  readonly bounded_by: readonly Bound[];
}

/**
 * Returns the most that a script can earn under a program without any invoice or approval. Abuse rules are not considered:
 * those in mode `hold` send everything above their own limits to review.
 * @param publicLimit requests per minute and address; 0 means no limit
 * @returns undefined if a script earns nothing: the program is off, has no rewards, or requires an invoice or an approval
 */
export function exposureOf(program: Program, currency: string, publicLimit: number): Exposure | undefined {
  const { enabled, settings } = program;
  if (!enabled || settings.qualifyOn !== 'enrollment') return undefined;
  const [referrer, referee] = [program.referrer, program.referee].map((terms) => earned(terms, settings));
  if (referrer === undefined && referee === undefined) return undefined;
  const newcomers = publicLimit === 0 ? Infinity : publicLimit * 60;
  const rewards = Math.min(newcomers, settings.maxRewards ?? Infinity);
  const sum = amountOf(referrer, rewards) + amountOf(referee, newcomers);
  const shown = (terms: Value | undefined): MajorValue | null =>
    terms === undefined ? null : majorValue(terms, currency);
  return {
    referrer: shown(referrer),
    referee: shown(referee),
    newcomers_per_hour: toCount(newcomers),
    amount_cents_per_hour: toCount(Math.min(sum, settings.budgetCents ?? Infinity)),
    usable_after_days: settings.holdDays,
    bounded_by: BOUNDS.filter((bound) => LIMITS[bound](settings) !== null),
  };
}

const LIMITS: Readonly<Record<Bound, (settings: ProgramSettings) => number | null>> = {
  referral_max_rewards_per_referrer: ({ maxRewards }) => maxRewards,
  referral_budget_cents: ({ budgetCents }) => budgetCents,
};

/** A reward above the monthly budget is always withheld. */
function earned(terms: Value, { budgetCents }: ProgramSettings): Value | undefined {
  const withheld = terms.type !== 'discount_percent' && budgetCents !== null && terms.units > budgetCents;
  return terms.units === 0 || withheld ? undefined : terms;
}

const amountOf = (terms: Value | undefined, times: number): number =>
  terms === undefined || terms.type === 'discount_percent' ? 0 : terms.units * times;

/** Caps the count at the largest exact integer. Infinity becomes null. */
const toCount = (count: number): number | null =>
  count === Infinity ? null : Math.min(count, Number.MAX_SAFE_INTEGER);
