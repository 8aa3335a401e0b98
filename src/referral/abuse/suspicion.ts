import { type Rule, type RuleModes, RULES } from './abuse-rules.js';

/** Which rules a newcomer matches, whatever those rules do about it. */
export type Matches = Readonly<Record<Rule, boolean>>;

/** Why an enrollment is suspect. */
export interface Suspicion {
  /** Every rule that matched and is not off. */
  readonly reasons: readonly Rule[];
  /** Those of them that hold; empty when all there is to do is to write it down. */
  readonly heldBy: readonly Rule[];
}

/** What the rules say of a newcomer; undefined when none has anything to say. */
export function suspicionOf(modes: RuleModes, matches: Matches): Suspicion | undefined {
  const reasons = RULES.filter((rule) => matches[rule] && modes[rule] !== 'off');
  if (reasons.length === 0) return undefined;
  return { reasons, heldBy: reasons.filter((rule) => modes[rule] === 'hold') };
}
