import type { Schemas } from 'referrals-sdk';

export type Figures = Schemas['FunnelAnswer'];

/** The steps from the first click to the reward. */
const STEPS = ['link_opened', 'code_validated', 'enrolled', 'qualified', 'rewarded'] as const;
type Step = (typeof STEPS)[number];

export interface FunnelStep {
  readonly step: Step;
  readonly count: number;
  /** Whole percent of the previous step; null if it is larger than that, as when an admin enrolled people. */
  readonly percent: number | null;
  /** The width of the funnel at this step, from 0 to 1 (the largest step). */
  readonly width: number;
}

/** Computes the steps of the funnel, in order. */
export function funnelSteps(figures: Figures): FunnelStep[] {
  const greatest = Math.max(...STEPS.map((step) => figures[step]), 1);
  return STEPS.map((step, at) => {
    const count = figures[step];
    const before = STEPS[at - 1];
    return {
      step,
      count,
      percent: before === undefined ? null : percentOf(count, figures[before]),
      width: count / greatest,
    };
  });
}

/** Tells whether all figures are zero. */
export const isQuiet = (figures: Figures): boolean => STEPS.every((step) => figures[step] === 0);

/** Rounds to whole percent, but keeps 100 for all and 0 for none. */
function percentOf(part: number, whole: number): number | null {
  if (whole === 0 || part > whole) return null;
  if (part === 0 || part === whole) return (part * 100) / whole;
  return Math.min(99, Math.max(1, Math.round((part * 100) / whole)));
}
