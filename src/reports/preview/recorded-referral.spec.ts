import { recordedReferral } from '../../../test/support/recorded-referral.js';
import { credit } from '../../../test/support/values.js';
import { REWARD_STATUSES } from '../../referral/standing/reward-status.js';
import { hasEnded, wasVoided, wouldQualify } from './recorded-referral.js';

const REWARD = { ...credit(500), status: 'applied', qualified: true, baseCents: null } as const;

describe('hasEnded', () => {
  it.each([
    ['pending', false],
    ['qualified', false],
    ['rejected', true],
    ['reversed', true],
  ] as const)('of a %s referral is %s', (status, ended) => {
    expect(hasEnded(recordedReferral({ status }), null)).toBe(ended);
    expect(hasEnded(recordedReferral({ status }), REWARD)).toBe(ended);
  });

  it('is true for a reward that was voided or reversed, and for no other', () => {
    const ended = REWARD_STATUSES.filter((status) => hasEnded(recordedReferral(), { ...REWARD, status }));
    expect(ended).toEqual(['voided', 'reversed']);
  });
});

describe('wasVoided', () => {
  it('is true for a reward that gave its room back', () => {
    expect(REWARD_STATUSES.filter((status) => wasVoided(recordedReferral(), { ...REWARD, status }))).toEqual([
      'voided',
    ]);
  });

  it.each([
    ['pending', false],
    ['qualified', false],
    ['rejected', true],
    ['reversed', false],
  ] as const)('without a reward, of a %s referral, is %s', (status, voided) => {
    expect(wasVoided(recordedReferral({ status }), null)).toBe(voided);
    expect(wasVoided(recordedReferral({ status }), REWARD)).toBe(false);
  });
});

describe('wouldQualify', () => {
  it.each([
    ['pending', 'first_invoice', {}, { enrollment: true, first_invoice: false, manual: false }],
    [
      'pending',
      'manual',
      { largestInvoiceCents: 1 },
      { enrollment: true, first_invoice: true, manual: false },
    ],
    [
      'pending',
      'enrollment',
      { held: true, largestInvoiceCents: 1 },
      { enrollment: false, first_invoice: false, manual: false },
    ],
    ['qualified', 'enrollment', {}, { enrollment: true, first_invoice: false, manual: false }],
    [
      'qualified',
      'first_invoice',
      { largestInvoiceCents: 1 },
      { enrollment: true, first_invoice: true, manual: false },
    ],
  ] as const)(
    'judges a %s referral (%s) %j by the new condition: %j',
    (status, qualifyOn, changes, expected) => {
      const referral = recordedReferral({ status, qualifyOn, ...changes });
      expect({
        enrollment: wouldQualify(referral, { qualifyOn: 'enrollment', minInvoiceCents: null }),
        first_invoice: wouldQualify(referral, { qualifyOn: 'first_invoice', minInvoiceCents: null }),
        manual: wouldQualify(referral, { qualifyOn: 'manual', minInvoiceCents: null }),
      }).toEqual(expected);
    },
  );

  it.each([
    ['manual', {}],
    ['first_invoice', {}],
    ['enrollment', { held: true }],
  ] as const)('is true under any condition for one that was approved (%s) %j', (qualifyOn, changes) => {
    const referral = recordedReferral({ qualifyOn, ...changes });
    const any = ['enrollment', 'first_invoice', 'manual'] as const;
    expect(
      any.map((condition) => wouldQualify(referral, { qualifyOn: condition, minInvoiceCents: null })),
    ).toEqual([true, true, true]);
  });

  it.each([
    [4999, 5000, false],
    [5000, 5000, true],
    [1, null, true],
    [0, null, false],
  ])(
    'by an invoice of %d cents, with a minimum of %s, is %s',
    (largestInvoiceCents, minInvoiceCents, expected) => {
      const referral = recordedReferral({ status: 'pending', largestInvoiceCents });
      expect(wouldQualify(referral, { qualifyOn: 'first_invoice', minInvoiceCents })).toBe(expected);
    },
  );
});
