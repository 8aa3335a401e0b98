import type { Value } from '../../tenant/value.js';
import { type AllowanceClaim, allowancesOf, periodOf } from '../../config/allowances.js';
import type { Program, RewardRole } from '../../config/program-terms.js';
import { hasEnded, type RecordedReferral, wasVoided, wouldQualify } from './recorded-referral.js';
import { SideTally } from './side-tally.js';

/** The reason why a side of a referral earns nothing. A referral that has not qualified may still do so. */
export type LeftOut =
  'program_off' | 'no_reward' | 'promo_not_combinable' | 'capped' | 'over_budget' | 'not_qualified' | 'ended';

/** The outcome for one side. */
export type Outcome = 'earned' | LeftOut;

/** The rewards earned before the replay starts, in the limit periods that contain its start. */
export interface EarnedBefore {
  /** By this referrer, in the limit period of the program. */
  readonly referrerRewards: number;
  /** By everybody in the month, in credit and fixed discounts. */
  readonly budgetCents: number;
}

const REACHED = { referrer_rewards: 'capped', budget: 'over_budget' } as const;

/**
 * Replays referrals under one program, as if it had been saved at the start of the replay. Referrals must be added in
 * chronological order, because limits apply first come, first served. Limits count as in `AllowanceRepository`.
 */
export class ProgramReplay {
  readonly referrer = new SideTally();
  readonly referee = new SideTally();
  /** The number of sides that earn nothing, by reason. */
  readonly leftOut: Record<LeftOut, number> = {
    program_off: 0,
    no_reward: 0,
    promo_not_combinable: 0,
    capped: 0,
    over_budget: 0,
    not_qualified: 0,
    ended: 0,
  };
  /** Credit and fixed discounts of referrals that have not qualified. */
  waitingCents = 0;
  private readonly used = new Map<string, number>();

  /** @param since the start of the replay */
  constructor(
    private readonly program: Program,
    private readonly since: Date,
  ) {}

  get costCents(): number {
    return this.referrer.costCents + this.referee.costCents;
  }

  /**
   * Adds a referral. The referee's side is decided first, as in an enrollment.
   * @returns the outcome for both sides
   */
  add(referral: RecordedReferral, before: EarnedBefore): Record<RewardRole, Outcome> {
    const referee = this.addSide('referee', referral, before);
    return { referee, referrer: this.addSide('referrer', referral, before) };
  }

  private addSide(role: RewardRole, referral: RecordedReferral, before: EarnedBefore): Outcome {
    const outcome = this.outcomeOf(role, referral, before);
    const terms = this.program[role];
    if (outcome === 'earned') this[role].add(terms, baseOf(referral[role]));
    else this.leftOut[outcome] += 1;
    if (outcome === 'not_qualified' && terms.type !== 'discount_percent') this.waitingCents += terms.units;
    return outcome;
  }

  /**
   * Decides one side. A reward that was reversed later, or has not qualified, counts toward the limits. A voided reward
   * does not.
   */
  private outcomeOf(role: RewardRole, referral: RecordedReferral, before: EarnedBefore): Outcome {
    const { enabled, settings } = this.program;
    if (!enabled) return 'program_off';
    if (referral.besidePromo && (role === 'referee' || !settings.keepAttribution))
      return 'promo_not_combinable';
    const terms = this.program[role];
    if (terms.units === 0) return 'no_reward';
    if (wasVoided(referral, referral[role])) return 'ended';
    const reached = this.reachedLimit(role, terms, referral, before);
    if (reached !== undefined) return reached;
    if (hasEnded(referral, referral[role])) return 'ended';
    return wouldQualify(referral, settings) ? 'earned' : 'not_qualified';
  }

  /**
   * Counts the reward against all of its limits, or against none if one of them has no room.
   * @returns the limit that was reached, or undefined
   */
  private reachedLimit(
    role: RewardRole,
    terms: Value,
    { referrerId, createdAt }: RecordedReferral,
    before: EarnedBefore,
  ): LeftOut | undefined {
    const side = { role, customerId: referrerId, terms };
    const claims = allowancesOf(side, this.program.settings, createdAt);
    const asked = claims.map((claim) => ({ ...claim, used: this.usedOf(claim, before) }));
    const reached = asked.find(({ used, amount, limit }) => used + amount > limit);
    if (reached !== undefined) return REACHED[reached.kind];
    for (const claim of asked) this.used.set(keyOf(claim), claim.used + claim.amount);
    return undefined;
  }

  private usedOf(claim: AllowanceClaim, before: EarnedBefore): number {
    const used = this.used.get(keyOf(claim));
    if (used !== undefined) return used;
    if (claim.period.start > this.since) return 0;
    return claim.kind === 'budget' ? before.budgetCents : before.referrerRewards;
  }
}

const keyOf = ({ kind, period, subject }: AllowanceClaim): string => `${kind} ${period.name} ${subject}`;

/** Returns the price that a percentage applies to. It is known only where a percentage was used. */
const baseOf = (reward: RecordedReferral[RewardRole]): number | null =>
  reward?.type === 'discount_percent' ? reward.baseCents : null;

/** Returns the start of the period in which rewards count toward a referrer's limit, or `since` without a limit. */
export function limitPeriodStart({ settings: { maxRewards, maxRewardsPeriod } }: Program, since: Date): Date {
  return maxRewards === null ? since : periodOf(maxRewardsPeriod, since).start;
}
