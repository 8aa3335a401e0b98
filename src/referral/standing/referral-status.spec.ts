import { canBecome, SUCCESSFUL, type StoredReferralStatus } from './referral-status.js';

const STORED: StoredReferralStatus[] = ['pending', 'qualified', 'rejected', 'reversed'];

describe('canBecome', () => {
  it('allows what the domain lists of what is stored, and nothing else', () => {
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
  it('is what has qualified, and stayed so', () => {
    expect(SUCCESSFUL).toEqual(['qualified']);
  });
});
