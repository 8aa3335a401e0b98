import { EVENT_TYPES } from '../../core/outbox/event-type.js';
import { isSubscription, wants } from './subscription.js';

describe('a subscription', () => {
  it.each([[['*']], [['promo.created']], [['promo.created', 'reward.applied']], [[...EVENT_TYPES]]])(
    'is %j',
    (value) => {
      expect(isSubscription(value)).toBe(true);
    },
  );

  it.each([
    [[]],
    [['*', 'promo.created']],
    [['*', '*']],
    [['promo.created', 'promo.created']],
    [['promo.*']],
    [['promo']],
    [['toString']],
    [[['*']]],
    [[1]],
    [[null]],
    ['*'],
    [{ 0: '*', length: 1 }],
    [null],
    [undefined],
  ])('is not %j', (value) => {
    expect(isSubscription(value)).toBe(false);
  });

  it('wants what it names', () => {
    expect(wants(['promo.created'], 'promo.created')).toBe(true);
    expect(wants(['promo.created'], 'promo.updated')).toBe(false);
    expect(wants(['*'], 'anything.new')).toBe(true);
  });
});
