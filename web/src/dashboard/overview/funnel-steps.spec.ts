import { funnelSteps, isQuiet } from './funnel-steps.js';

const NOTHING = { link_opened: 0, code_validated: 0, enrolled: 0, qualified: 0, rewarded: 0 };

describe('the steps of the funnel', () => {
  it('are percentages of the step before', () => {
    const steps = funnelSteps({
      link_opened: 400,
      code_validated: 200,
      enrolled: 50,
      qualified: 33,
      rewarded: 0,
    });
    expect(steps.map(({ percent }) => percent)).toEqual([null, 50, 25, 66, 0]);
    expect(steps.map(({ width }) => width)).toEqual([1, 0.5, 0.125, 0.0825, 0]);
  });

  it('have no percentage of zero or of a smaller step', () => {
    const steps = funnelSteps({ ...NOTHING, code_validated: 3, enrolled: 5, qualified: 5 });
    expect(steps.map(({ percent }) => percent)).toEqual([null, null, null, 100, 0]);
    expect(steps[2]?.width).toBe(1);
  });

  it('show 100 % only for all and 0 % only for none', () => {
    const steps = funnelSteps({ ...NOTHING, link_opened: 1000, code_validated: 999, enrolled: 1 });
    expect(steps.map(({ percent }) => percent)).toEqual([null, 99, 1, 0, null]);
  });

  it('are quiet when nothing has happened', () => {
    expect(isQuiet(NOTHING)).toBe(true);
    expect(isQuiet({ ...NOTHING, link_opened: 1 })).toBe(false);
  });
});
