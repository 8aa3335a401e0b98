import { dueStatuses, canBecome, REWARD_STATUSES, type RewardState } from './reward-status.js';

describe('canBecome', () => {
  it('allows the listed transitions, and no others', () => {
    const allowed = REWARD_STATUSES.flatMap((from) =>
      REWARD_STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(allowed).toEqual([
      'pending → available',
      'pending → voided',
      'pending → reversed',
      'available → applied',
      'available → reversed',
      'available → expired',
      'applied → available',
      'applied → reversed',
      'voided → pending',
      'reversed → pending',
      'reversed → applied',
    ]);
  });
});

describe('dueStatuses', () => {
  const at = new Date('2026-05-01T00:00:00Z');
  const before = new Date('2026-04-30T23:59:59.999Z');
  const after = new Date('2026-05-01T00:00:00.001Z');
  const pending = (availableAt: Date | null, expiresAt: Date | null = null): RewardState => ({
    status: 'pending',
    type: 'discount_percent',
    availableAt,
    expiresAt,
  });

  it.each<[string, RewardState, string[]]>([
    ['is empty before the referral qualifies', pending(null), []],
    ['is empty during the hold', pending(after), []],
    ['ends a hold exactly at its time', pending(at), ['available']],
    ['ends a hold, then expires an unused discount', pending(before, at), ['available', 'expired']],
    ['does not expire a discount early', pending(before, after), ['available']],
    ['applies credit when its hold ends', { ...pending(at), type: 'credit' }, ['available', 'applied']],
    [
      'does not expire credit, whose lot expires instead',
      { ...pending(before, at), type: 'credit' },
      ['available', 'applied'],
    ],
    ['expires an available discount', { ...pending(before, at), status: 'available' }, ['expired']],
    [
      'is empty for an available discount that expires later',
      { ...pending(before, after), status: 'available' },
      [],
    ],
    ['is empty for an applied discount', { ...pending(before, at), status: 'applied' }, []],
    ['is empty for a voided discount', { ...pending(before, at), status: 'voided' }, []],
  ])('%s', (_, reward, expected) => {
    expect(dueStatuses(reward, at)).toEqual(expected);
  });
});
