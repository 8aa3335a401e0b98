import { BY_HAND, found, grant, keptOf, verifyAccount } from '../../../test/support/kept-ledger.js';
import type { KeptLot } from './verify-account.js';

const FORGED = 'its hash does not follow from its content and the entry before';

describe('what a lot is kept as, and differs from its entries, is found', () => {
  it.each<[string, Partial<KeptLot>, string]>([
    ['how much it was', { grantedCents: 501 }, 'its lot was granted otherwise'],
    ['when it was granted', { createdAt: new Date(0) }, 'its lot was granted otherwise'],
    ['until when it lasts', { expiresAt: new Date('2099-01-01') }, FORGED],
    ['for which reward', { rewardId: 'rwd_x' }, FORGED],
  ])('what a lot was granted as: %s', (_, change, problem) => {
    const kept = keptOf((account) => [grant(account, 500), grant(account, 20)]);
    const lots = kept.lots.map((lot, index) => (index === 0 ? { ...lot, ...change } : lot));
    expect(verifyAccount({ ...kept, lots })).toEqual(found(problem, kept.entries[0]));
  });

  it('a lot that was reversed, and is not marked so any more', () => {
    const kept = keptOf((account) => {
      const lot = grant(account, 500);
      account.reverse(lot, BY_HAND);
      return [lot];
    });
    expect(verifyAccount(kept)).toBeUndefined();
    const lots = kept.lots.map((lot) => ({ ...lot, reversedAt: null }));
    expect(verifyAccount({ ...kept, lots })).toEqual(
      found('its lot is not marked as reversed', kept.entries[1]),
    );
  });
});
