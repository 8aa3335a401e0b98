import { type ValueType, valueOf } from '../tenant/value-units.js';
import type { Program, ProgramSettings, RewardTerms } from './program-terms.js';

/** The settings that bound what can be earned in an hour. */
export const BOUNDS = ['referral_max_rewards_per_referrer', 'referral_budget_cents'] as const;
type Bound = (typeof BOUNDS)[number];

interface Value {
  readonly type: ValueType;
  readonly value: number;
}

/** What somebody with a script and one code earns by customers whom they make up, at most. */
export interface Exposure {
  /** What each of them brings to either side; null: nothing. */
  readonly referrer: Value | null;
  readonly referee: Value | null;
  /** How many one address may enroll; null: there is no limit on public requests. */
  readonly newcomers_per_hour: number | null;
  /** What credit and fixed discounts of both sides come to; a percentage has no amount yet. Null: nothing bounds it. */
  readonly amount_cents_per_hour: number | null;
  readonly usable_after_days: number;
  readonly bounded_by: readonly Bound[];
}

/**
 * What a script can earn under a program, without an invoice and before anybody has looked. Rules against abuse are not
 * considered: those that hold make it wait for a review, beyond what their own limits let through.
 * @param publicLimit requests a minute of one address; 0: no limit
 * @returns undefined where a script earns nothing: the program is off, gives nothing, or waits for an invoice or for somebody
 */
export function exposureOf(program: Program, currency: string, publicLimit: number): Exposure | undefined {
  const { enabled, settings } = program;
  if (!enabled || settings.qualifyOn !== 'enrollment') return undefined;
  const [referrer, referee] = [program.referrer, program.referee].map((terms) => earned(terms, settings));
  if (referrer === undefined && referee === undefined) return undefined;
  const newcomers = publicLimit === 0 ? Infinity : publicLimit * 60;
  const rewards = Math.min(newcomers, settings.maxRewards ?? Infinity);
  const sum = amountOf(referrer, rewards) + amountOf(referee, newcomers);
  const shown = (terms: RewardTerms | undefined): Value | null =>
    terms === undefined ? null : { type: terms.type, value: valueOf(terms.type, terms.units, currency) };
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

/** A reward that no month's budget has room for is always withheld. */
function earned(terms: RewardTerms, { budgetCents }: ProgramSettings): RewardTerms | undefined {
  const withheld = terms.type !== 'discount_percent' && budgetCents !== null && terms.units > budgetCents;
  return terms.units === 0 || withheld ? undefined : terms;
}

const amountOf = (terms: RewardTerms | undefined, times: number): number =>
  terms === undefined || terms.type === 'discount_percent' ? 0 : terms.units * times;

/** Beyond what is exact it is as much as can be said. */
const toCount = (count: number): number | null =>
  count === Infinity ? null : Math.min(count, Number.MAX_SAFE_INTEGER);
