import { canBecome, SUCCESSFUL, type StoredReferralStatus } from './referral-status.js';

const STORED: StoredReferralStatus[] = ['pending', 'qualified', 'rejected', 'reversed'];

describe('canBecome', () => {
  it('allows the listed transitions between stored statuses, and no others', () => {
    const allowed = STORED.flatMap((from) =>
      STORED.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(allowed).toEqual([
      'pending → qualified',
      'pending → rejected',
      'qualified → rejected',
      'qualified → reversed',
    ]);
  });
});

describe('SUCCESSFUL', () => {
  it('contains only qualified', () => {
    expect(SUCCESSFUL).toEqual(['qualified']);
  });
});
