import type { ValueType } from '../tenant/value-units.js';

/** What one side of a referral earns. */
export interface RewardTerms {
  readonly type: ValueType;
  /** Basis points for a percentage, else the currency's smallest unit; 0 means that the side earns nothing. */
  readonly units: number;
}

/** A tenant's program: the switch, and what both sides earn. */
export interface Program {
  readonly enabled: boolean;
  readonly referrer: RewardTerms;
  readonly referee: RewardTerms;
}

const TEN_PERCENT: RewardTerms = { type: 'discount_percent', units: 1000 };

/** A new tenant's program is off, and would give 10 % to both sides. */
export const DEFAULT_PROGRAM: Program = { enabled: false, referrer: TEN_PERCENT, referee: TEN_PERCENT };
