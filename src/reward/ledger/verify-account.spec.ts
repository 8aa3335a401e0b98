import { BY_HAND, found, grant, storedAccount, verify } from '../../../test/support/ledger-fixture.js';
import { type StoredLot, verifyAccount } from './verify-account.js';

const FORGED = 'its hash does not follow from its content and the entry before';

describe('a lot that differs from its entries', () => {
  it.each<[string, Partial<StoredLot>, string]>([
    ['its granted amount', { grantedCents: 501 }, 'its lot has another granted amount or time'],
    ['its time', { createdAt: new Date(0) }, 'its lot has another granted amount or time'],
    ['its expiry', { expiresAt: new Date('2099-01-01') }, FORGED],
    ['its reward', { rewardId: 'rwd_x' }, FORGED],
  ])('is found by %s', (_, change, problem) => {
    const kept = storedAccount((account) => [grant(account, 500), grant(account, 20)]);
    const lots = kept.lots.map((lot, index) => (index === 0 ? { ...lot, ...change } : lot));
    expect(verify({ ...kept, lots })).toEqual(found(problem, kept.entries[0]));
  });

  it('is found by a missing mark of its reversal', () => {
    const kept = storedAccount((account) => {
      const lot = grant(account, 500);
      account.reverse(lot, BY_HAND);
      return [lot];
    });
    expect(verify(kept)).toBeUndefined();
    const lots = kept.lots.map((lot) => ({ ...lot, reversedAt: null }));
    expect(verify({ ...kept, lots })).toEqual(found('its lot is not marked as reversed', kept.entries[1]));
    const reinstated = lots.map((lot) => ({ ...lot, reinstatedAt: BY_HAND.at }));
    expect(verify({ ...kept, lots: reinstated })).toBeUndefined();
  });
});

describe('a long ledger', () => {
  it.each([
    [199, 0],
    [200, 1],
    [399, 1],
    [400, 2],
  ])('of %d entries is verified with %d pauses', (count, pauses) => {
    const account = storedAccount((open) => Array.from({ length: count }, () => grant(open, 1)));
    expect([...verifyAccount(account)]).toHaveLength(pauses);
    expect(verify(account)).toBeUndefined();
  });
});
