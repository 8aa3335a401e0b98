import { canBecome, REFERRAL_STATUSES } from './referral-status.js';

describe('canBecome', () => {
  it('allows what domain.md lists, and nothing else', () => {
    const allowed = REFERRAL_STATUSES.flatMap((from) =>
      REFERRAL_STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(allowed).toEqual([
      'pending → qualified',
      'pending → rejected',
      'qualified → applied',
      'qualified → rejected',
      'qualified → reversed',
      'applied → reversed',
    ]);
  });
});
