import { DEFAULT_PROGRAM, type Program, type ProgramSettings } from '../../config/program-terms.js';
import { Comparison } from './comparison.js';
import type { RecordedReferral, RecordedReward } from './recorded-referral.js';
import type { Value } from '../../tenant/value.js';
import { recordedReferral } from '../../../test/support/recorded-referral.js';
import { credit, fixed, percent } from '../../../test/support/values.js';

const SINCE = new Date('2026-08-24T16:00:00Z');
const BEFORE = { referrerRewards: 0, budgetCents: 0 };

const program = (referrer: Value, referee: Value, settings: Partial<ProgramSettings> = {}): Program => ({
  enabled: true,
  referrer,
  referee,
  settings: { ...DEFAULT_PROGRAM.settings, ...settings },
});

const earned = (terms: Value, baseCents: number | null = null): RecordedReward => ({
  ...terms,
  status: 'applied',
  qualified: true,
  baseCents,
});
const pending = (terms: Value): RecordedReward => ({
  ...earned(terms),
  status: 'pending',
  qualified: false,
});

function compare(current: Program, proposed: Program, ...referrals: RecordedReferral[]): Comparison {
  const comparison = new Comparison(current, proposed, SINCE);
  for (const one of referrals)
    comparison.add({ referral: one, beforeCurrent: BEFORE, beforeProposed: BEFORE });
  return comparison;
}

describe('the actual rewards of a comparison', () => {
  const terms = program(credit(500), percent(1000));
  const actualOf = (...referrals: RecordedReferral[]): Comparison['actual'] =>
    compare(terms, terms, ...referrals).actual;

  it('are the sum of both sides', () => {
    const one = recordedReferral({ referrer: earned(credit(500)), referee: earned(percent(1000), 2000) });
    const { referrer, referee, costCents, waitingCents } = actualOf(one, one);
    expect([referrer.costCents, referee.costCents, costCents, waitingCents]).toEqual([1000, 400, 1400, 0]);
    expect([referrer.rewards, referee.rewards]).toEqual([2, 2]);
  });

  it('wait until the referral qualifies: amounts, of which only they are known', () => {
    const { costCents, waitingCents, referrer } = actualOf(
      recordedReferral({ referrer: pending(credit(500)), referee: pending(fixed(70)) }),
      recordedReferral({ referrer: pending(percent(1000)) }),
    );
    expect([costCents, waitingCents, referrer.rewards]).toEqual([0, 570, 0]);
  });

  it('exclude those that a decision ended', () => {
    const { costCents, waitingCents } = actualOf(
      recordedReferral({ status: 'reversed', referrer: earned(credit(500)) }),
      recordedReferral({ referrer: { ...earned(credit(500)), status: 'voided' } }),
      recordedReferral({ status: 'rejected', referee: pending(fixed(70)) }),
    );
    expect([costCents, waitingCents]).toEqual([0, 0]);
  });
});

describe('the affected referrals of a comparison', () => {
  const affected = (
    current: Program,
    proposed: Program,
    one = recordedReferral(),
  ): [all: number, affected: number] => {
    const { referrals, affected: found } = compare(current, proposed, one);
    return [referrals, found];
  };
  const current = program(credit(500), percent(1000));

  it.each<[what: string, proposed: Program]>([
    ['another type for the referrer', program(fixed(500), percent(1000))],
    ['another value for the referrer', program(credit(501), percent(1000))],
    ['another type for the referee', program(credit(500), fixed(1000))],
    ['another value for the referee', program(credit(500), percent(999))],
    ['nothing for the referrer', program(credit(0), percent(1000))],
    ['nothing for the referee', program(credit(500), percent(0))],
    ['another time to qualify', program(credit(500), percent(1000), { qualifyOn: 'manual' })],
    ['a program that is off', { ...current, enabled: false }],
  ])('include one that would get %s, in either direction', (_, proposed) => {
    expect(affected(current, proposed)).toEqual([1, 1]);
    expect(affected(proposed, current)).toEqual([1, 1]);
  });

  it('exclude one that would get the same', () => {
    expect(affected(current, current)).toEqual([1, 0]);
  });

  it('exclude one for which other terms would earn nothing either', () => {
    const beside = recordedReferral({ besidePromo: true });
    expect(affected(current, program(credit(501), percent(999)), beside)).toEqual([1, 0]);
    expect(
      affected({ ...current, enabled: false }, { ...program(fixed(1), fixed(1)), enabled: false }),
    ).toEqual([1, 0]);
  });

  it('include one that would wait for another amount', () => {
    const waiting = (units: number): Program => program(credit(units), percent(0), { qualifyOn: 'manual' });
    const one = recordedReferral({ status: 'pending', qualifyOn: 'manual' });
    expect(affected(waiting(500), waiting(600), one)).toEqual([1, 1]);
    expect(affected(waiting(500), waiting(500), one)).toEqual([1, 0]);
  });

  it('are counted once, whichever sides differ', () => {
    const { referrals, affected: found } = compare(
      current,
      program(fixed(1), fixed(1)),
      recordedReferral(),
      recordedReferral(),
    );
    expect([referrals, found]).toEqual([2, 2]);
  });
});
