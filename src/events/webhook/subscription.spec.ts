import { EVENT_TYPES } from '../../core/outbox/event-type.js';
import { isSubscription, includesEvent } from './subscription.js';

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

  it('includes the events that it names', () => {
    expect(includesEvent(['promo.created'], 'promo.created')).toBe(true);
    expect(includesEvent(['promo.created'], 'promo.updated')).toBe(false);
    expect(includesEvent(['*'], 'anything.new')).toBe(true);
  });
});
