import type { AbuseRulesAnswer, SaveAbuseRulesRequest } from '../../src/referral/abuse/abuse-rules.dto.js';
import { RULES } from '../../src/referral/abuse/abuse-rules.js';
import { useTestApp } from '../support/app.js';
import { aReferrer, aTenant, enroll, type TestTenant } from '../support/factories.js';
import { changed } from './expectations.js';
import { dataOf } from './redemption-readings.js';
import { countsOf, queueOf, saveRules } from './suspects.js';

describe('abuse rules', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  describe('GET, PUT /api/abuse-rules', () => {
    const get = async (): Promise<AbuseRulesAnswer> =>
      (await app.get<AbuseRulesAnswer>('/api/abuse-rules', tenant.admin)).body;
    const put = async (request: SaveAbuseRulesRequest): Promise<AbuseRulesAnswer> =>
      (await app.put<AbuseRulesAnswer>('/api/abuse-rules', request, tenant.admin)).body;

    it('observe by default, without matches', async () => {
      expect(await get()).toEqual({
        same_email: 'observe',
        same_phone: 'observe',
        disposable_domain: 'observe',
        velocity_referrer: 'observe',
        velocity_referrer_limit: 10,
        velocity_address: 'observe',
        velocity_address_limit: 5,
        same_address: 'observe',
        last_30_days: RULES.map((rule) => ({ rule, matched: 0, held: 0 })),
      });
    });

    it('keep settings that a request leaves out', async () => {
      const first = await put({ same_phone: 'hold', velocity_referrer_limit: 3 });
      expect(first).toMatchObject({ same_phone: 'hold', velocity_referrer_limit: 3, same_email: 'observe' });
      expect(await put({ same_email: 'off' })).toEqual(changed(first, { same_email: 'off' }));
      expect(await get()).toEqual(changed(first, { same_email: 'off' }));
    });

    it('emit an event for each version', async () => {
      await put({ same_phone: 'hold' });
      await put({ velocity_address_limit: 7 });
      expect(await dataOf(app, tenant, 'abuse_rules.updated')).toMatchObject([
        { version: 1, same_phone: 'hold', velocity_address_limit: 5 },
        { version: 2, same_phone: 'hold', velocity_address_limit: 7 },
      ]);
    });

    it('are separate for each tenant', async () => {
      const other = await aTenant(app);
      await saveRules(app, other, { disposable_domain: 'hold' });
      const { code } = await aReferrer(app, other);
      await enroll(app, other, { referral_code: code, email: 'a@mailinator.com' });
      expect(await queueOf(app, other)).toHaveLength(1);
      expect(await get()).toMatchObject({ disposable_domain: 'observe' });
      expect(await countsOf(app, tenant)).toEqual([]);
      expect(await queueOf(app, tenant)).toEqual([]);
    });
  });
});
