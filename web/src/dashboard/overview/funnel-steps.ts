import type { Schemas } from 'referrals-sdk';

export type Figures = Schemas['FunnelAnswer'];

/** From the first look to the reward. */
const STEPS = ['link_opened', 'code_validated', 'enrolled', 'qualified', 'rewarded'] as const;
type Step = (typeof STEPS)[number];

export interface FunnelStep {
  readonly step: Step;
  readonly count: number;
  /** Whole per cent of the step before; null: it is no part of that, as with people whom an admin enrolled. */
  readonly percent: number | null;
  /** How wide the funnel is here, 0 to 1, where the greatest step is 1. */
  readonly width: number;
}

/** The steps of the funnel in their order. */
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

/** Nothing has happened at all. */
export const isQuiet = (figures: Figures): boolean => STEPS.every((step) => figures[step] === 0);

/** Rounded, but 100 is all of it and 0 is nothing. */
function percentOf(part: number, whole: number): number | null {
  if (whole === 0 || part > whole) return null;
  if (part === 0 || part === whole) return (part * 100) / whole;
  return Math.min(99, Math.max(1, Math.round((part * 100) / whole)));
}
