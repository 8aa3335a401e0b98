import type { Program } from '../../config/program-terms.js';
import type { RewardRole } from '../../config/program-terms.js';
import { ProgramReplay, type EarnedBefore, type Outcome } from './program-replay.js';
import { hasEnded, type RecordedReferral } from './recorded-referral.js';
import { SideTally } from './side-tally.js';

/** A referral, and the rewards earned before the replay in the limit periods of each program. */
export interface Comparable {
  readonly referral: RecordedReferral;
  readonly beforeCurrent: EarnedBefore;
  readonly beforeProposed: EarnedBefore;
}

/** The rewards that were actually earned. */
class Recorded {
  readonly referrer = new SideTally();
  readonly referee = new SideTally();
  waitingCents = 0;

  get costCents(): number {
    return this.referrer.costCents + this.referee.costCents;
  }

  add(role: RewardRole, referral: RecordedReferral): void {
    const reward = referral[role];
    if (reward === null || hasEnded(referral, reward)) return;
    if (reward.qualified) this[role].add(reward, reward.baseCents);
    else if (reward.type !== 'discount_percent') this.waitingCents += reward.units;
  }
}

/** Compares two programs and the actual rewards for the same referrals, which must be added in chronological order. */
export class Comparison {
  readonly current: ProgramReplay;
  readonly proposed: ProgramReplay;
  readonly actual = new Recorded();
  referrals = 0;
  /** Referrals for which a side would earn something else, or would qualify in only one of the programs. */
  affected = 0;
  private readonly otherTerms: Record<RewardRole, boolean>;

  /** @param since the start of both programs */
  constructor(current: Program, proposed: Program, since: Date) {
    this.current = new ProgramReplay(current, since);
    this.proposed = new ProgramReplay(proposed, since);
    const differ = (role: RewardRole): boolean =>
      current[role].type !== proposed[role].type || current[role].units !== proposed[role].units;
    this.otherTerms = { referrer: differ('referrer'), referee: differ('referee') };
  }

  add({ referral, beforeCurrent, beforeProposed }: Comparable): void {
    const current = this.current.add(referral, beforeCurrent);
    const proposed = this.proposed.add(referral, beforeProposed);
    this.actual.add('referrer', referral);
    this.actual.add('referee', referral);
    this.referrals += 1;
    if (this.differ('referrer', current, proposed) || this.differ('referee', current, proposed))
      this.affected += 1;
  }

  private differ(
    role: RewardRole,
    current: Record<RewardRole, Outcome>,
    proposed: Record<RewardRole, Outcome>,
  ): boolean {
    const [now, then] = [outcomeGroup(current[role]), outcomeGroup(proposed[role])];
    return now !== then || (now !== 'nothing' && this.otherTerms[role]);
  }
}

/** Groups outcomes: every reason to earn nothing counts as the same. */
const outcomeGroup = (outcome: Outcome): 'earned' | 'not_qualified' | 'nothing' =>
  outcome === 'earned' || outcome === 'not_qualified' ? outcome : 'nothing';
