import { broughtByTime, canBecome, REWARD_STATUSES, type RewardState } from './reward-status.js';

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
      'applied → available',
      'applied → reversed',
    ]);
  });
});

describe('broughtByTime', () => {
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
    ['leaves what has not qualified', pending(null), []],
    ['leaves what is held', pending(after), []],
    ['ends a hold at its very moment', pending(at), ['available']],
    ['lets what nobody used expire', pending(before, at), ['available', 'expired']],
    ['keeps what expires later', pending(before, after), ['available']],
    ['puts a credit on the account', { ...pending(at), type: 'credit' }, ['available', 'applied']],
    [
      'leaves the expiry of a credit to its lot',
      { ...pending(before, at), type: 'credit' },
      ['available', 'applied'],
    ],
    ['lets an available discount expire', { ...pending(before, at), status: 'available' }, ['expired']],
    ['leaves an available discount', { ...pending(before, after), status: 'available' }, []],
    ['leaves a used one', { ...pending(before, at), status: 'applied' }, []],
    ['leaves a voided one', { ...pending(before, at), status: 'voided' }, []],
  ])('%s', (_, reward, expected) => {
    expect(broughtByTime(reward, at)).toEqual(expected);
  });
});
