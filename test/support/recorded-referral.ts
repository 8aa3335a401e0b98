import type { RecordedReferral } from '../../src/reports/preview/recorded-referral.js';

/** Builds a referral as the preview reads it: John's, qualified by enrollment, without an invoice, a promo or rewards. */
export const recordedReferral = (changes: Partial<RecordedReferral> = {}): RecordedReferral => ({
  createdAt: new Date('2026-08-25T00:00:00Z'),
  referrerId: 'john',
  status: 'qualified',
  qualifyOn: 'enrollment',
  held: false,
  minInvoiceCents: null,
  largestInvoiceCents: 0,
  besidePromo: false,
  referrer: null,
  referee: null,
  ...changes,
});
