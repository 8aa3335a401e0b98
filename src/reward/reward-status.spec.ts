import { canBecome, REWARD_STATUSES } from './reward-status.js';

describe('canBecome', () => {
  it('allows what domain.md lists, and nothing else', () => {
    const allowed = REWARD_STATUSES.flatMap((from) =>
      REWARD_STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(allowed).toEqual([
      'pending → available',
      'pending → voided',
      'available → applied',
      'available → reversed',
      'available → expired',
      'applied → reversed',
    ]);
  });
});
