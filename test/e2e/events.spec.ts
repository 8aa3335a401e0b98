import { EVENT_TYPES } from '../../src/core/outbox/event-type.js';
import type { EventFeedAnswer } from '../../src/events/feed/event.dto.js';
import { useTestApp } from '../support/app.js';
import { aPromo, aTenant, type TestTenant } from '../support/factories.js';
import { expectInvalid } from './expectations.js';

const PATH = '/api/events';

describe('GET /api/events', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => {
    tenant = await aTenant(app);
    await aPromo(app, tenant);
    await aPromo(app, tenant);
  });

  const read = async (query = '', by = tenant): Promise<EventFeedAnswer> =>
    (await app.get<EventFeedAnswer>(`${PATH}${query}`, by.admin)).body;

  it('returns events oldest first', async () => {
    const promo = await aPromo(app, tenant);
    const { data, has_more } = await read();
    expect(has_more).toBe(false);
    expect(data.map(({ sequence, type }) => [sequence, type])).toEqual([
      [1, 'config.updated'],
      [2, 'promo.created'],
      [3, 'promo.created'],
      [4, 'promo.created'],
    ]);
    expect(data[3]).toEqual({
      sequence: 4,
      id: expect.stringMatching(/^evt_[0-9a-z]{26}$/) as string,
      type: 'promo.created',
      created_at: promo.created_at,
      data: { promo_id: promo.id },
    });
  });

  it.each([
    ['?after=1', [2, 3], false],
    ['?after=0&limit=2', [1, 2], true],
    ['?after=2&limit=1', [3], false],
    ['?after=3', [], false],
    ['?after=999999999999999', [], false],
    ['?type=promo.created&limit=1', [2], true],
    ['?type=config.updated', [1], false],
    ['?type=reward.voided', [], false],
  ])('%s: %j', async (query, sequences, more) => {
    const { data, has_more } = await read(query);
    expect([data.map(({ sequence }) => sequence), has_more]).toEqual([sequences, more]);
  });

  it('has an order for each tenant', async () => {
    const other = await aTenant(app);
    expect((await read('', other)).data).toMatchObject([{ sequence: 1, type: 'config.updated' }]);
  });

  it.each([
    ['after', '-1'],
    ['after', 'x'],
    ['after', '1.5'],
    ['after', '1e3'],
    ['after', '9999999999999999999'],
    ['limit', '0'],
    ['limit', '101'],
    ['type', 'promo'],
    ['type', ''],
    ['type', '*'],
    ['cursor', 'x'],
  ])('refuses ?%s=%s', async (name, value) => {
    expectInvalid(await app.get(`${PATH}?${name}=${value}`, tenant.admin), name);
  });

  it('accepts every event type', async () => {
    for (const type of EVENT_TYPES) {
      expect((await app.get(`${PATH}?type=${type}`, tenant.admin)).status).toBe(200);
    }
  });
});
