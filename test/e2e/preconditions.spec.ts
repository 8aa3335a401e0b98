import type { ConfigAnswer } from '../../src/config/config.dto.js';
import type { CreatePromoRequest, PromoAnswer } from '../../src/promo/promo.dto.js';
import { type ProblemBody, type Reply, TestApp } from '../support/app.js';
import {
  aReferee,
  aTenant,
  atOnce,
  GIVE_TEN_GET_TEN,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { changed, eventsOf, expectProblem, inVain } from './expectations.js';

const CONFIG = '/api/referrals/config';
const PROMOS = '/api/promos';
const CALLERS = 20;

/** The smallest amount of a currency, in major units. */
const CURRENCIES = [
  ['USD', 20.25, 0.01],
  ['JPY', 2000, 1],
  ['KWD', 1.005, 0.001],
] as const;

const etagOf = ({ headers }: Reply): string | null => headers.get('etag');

/** What the refusals among the answers say that is current. */
const currentIn = (replies: readonly Reply[]): (object | undefined)[] =>
  replies.filter(({ status }) => status === 412).map(({ body }) => (body as ProblemBody).current);

/** Headers that match no version of a resource whose version is 1. */
const NOT_VERSION_1 = ['"0"', '"2"', 'W/"1"', '1', '"1', '"01"', '', '"2", "3"', '*, "1"', '"1" "1"'];
/** Headers that match it. */
const VERSION_1 = ['"1"', '*', '"0", "1"', ', "1" ,"7"', 'W/"2", "1"'];

describe('a change that names its version (If-Match)', () => {
  let app: TestApp;
  let tenant: TestTenant;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(async () => {
    tenant = await aTenant(app); // the factory saves version 1 of the program
  });
  afterAll(() => app.stop());

  const call = <Body>(method: string, path: string, body?: object, ifMatch?: string): Promise<Reply<Body>> =>
    app.call<Body>(method, path, {
      token: tenant.admin,
      body,
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
    });

  /** Expects a refusal with the current resource, and that a read gives the same. */
  async function expectConflict(reply: Reply, path: string): Promise<void> {
    const { current, detail } = expectProblem(reply, 412, 'version_conflict');
    const now = await call<object>('GET', path);
    expect(current).toEqual(now.body);
    expect(etagOf(reply)).toBe(etagOf(now));
    expect(detail).toBe('The resource has changed since the version in If-Match. Nothing was done.');
  }

  describe('of the program', () => {
    const save = (value: number, ifMatch?: string): Promise<Reply<ConfigAnswer>> =>
      call('PUT', CONFIG, changed(GIVE_TEN_GET_TEN, { referral_reward_value: value }), ifMatch);

    it('has version 0 before the first save, and one more with each', async () => {
      const platform = app.tokens.issue({ audience: 'platform', subject: 'test' });
      const { body: own } = await app.post<TestTenant>(
        '/api/tenants',
        { slug: 'fresh', name: 'F' },
        platform,
      );
      const admin = app.tokens.issue({ audience: 'tenant-admin', subject: 'usr_1', tenantId: own.id });
      tenant = Object.assign(own, { admin });
      expect(etagOf(await call('GET', CONFIG))).toBe('"0"');
      await expectConflict(await save(11, '"1"'), CONFIG);
      expect(etagOf(await call('GET', CONFIG))).toBe('"0"');
      expect(etagOf(await save(11, '"0"'))).toBe('"1"');
      expect(etagOf(await save(11))).toBe('"2"');
      expect(etagOf(await call('GET', CONFIG))).toBe('"2"');
      const { body } = await call<{ data: { version: number }[] }>('GET', `${CONFIG}/versions`);
      expect(body.data.map(({ version }) => version)).toEqual([2, 1]);
    });

    it.each(VERSION_1)('is saved with If-Match: %s', async (ifMatch) => {
      const saved = await save(12, ifMatch);
      expect({ status: saved.status, etag: etagOf(saved) }).toEqual({ status: 200, etag: '"2"' });
      expect((await call<ConfigAnswer>('GET', CONFIG)).body.referral_reward_value).toBe(12);
    });

    it.each(NOT_VERSION_1)('is not saved with If-Match: %s', async (ifMatch) => {
      await expectConflict(await inVain(app, () => save(12, ifMatch)), CONFIG);
    });

    it('reports invalid fields before the version', async () => {
      expect((await inVain(app, () => save(-1, '"9"'))).status).toBe(422);
      expect((await inVain(app, () => save(100.5, '"9"'))).status).toBe(422);
    });

    it.each(CURRENCIES)('tells the current program in %s', async (currency, value, other) => {
      tenant = await aTenant(app, { currency });
      const terms = { referral_reward_type: 'credit', referral_reward_referee_type: 'discount_fixed' };
      const by = (amount: number): object =>
        changed(GIVE_TEN_GET_TEN, {
          ...terms,
          referral_reward_value: amount,
          referral_reward_referee_value: amount,
        });
      expect(etagOf(await call('PUT', CONFIG, by(value), '"1"'))).toBe('"2"');
      const refused = await inVain(app, () => call('PUT', CONFIG, by(other), '"1"'));
      expect(expectProblem(refused, 412, 'version_conflict').current).toMatchObject({
        ...terms,
        referral_reward_value: value,
        referral_reward_referee_value: value,
      });
      await expectConflict(refused, CONFIG);
    });

    it(`is saved by one of ${CALLERS} who know the same version`, async () => {
      const saves = await atOnce(CALLERS, (index) => save(index + 1, '"1"'));
      expect(statuses(saves)).toEqual({ 200: 1, 412: CALLERS - 1 });
      const winner = saves.find(({ status }) => status === 200);
      const now = await call<ConfigAnswer>('GET', CONFIG);
      expect(etagOf(now)).toBe('"2"');
      expect(now.body.referral_reward_value).toBe(winner?.body.referral_reward_value);
      expect(currentIn(saves)).toEqual(Array(CALLERS - 1).fill(now.body));
      const updates = (await eventsOf(app, tenant)).filter((type) => type === 'config.updated');
      expect(updates).toHaveLength(2); // that of the factory, and one
      expect(await app.database.count(`program_terms where tenant_id = $1`, [tenant.id])).toBe(2);
      expect(await app.database.count(`audit_entry where tenant_id = $1`, [tenant.id])).toBe(2);
    });

    it(`is saved for the first time by one of ${CALLERS} who know of none`, async () => {
      const platform = app.tokens.issue({ audience: 'platform', subject: 'test' });
      const { body: own } = await app.post<TestTenant>(
        '/api/tenants',
        { slug: 'newest', name: 'N' },
        platform,
      );
      const admin = app.tokens.issue({ audience: 'tenant-admin', subject: 'usr_1', tenantId: own.id });
      tenant = Object.assign(own, { admin });
      const saves = await atOnce(CALLERS, (index) => save(index + 1, '"0"'));
      expect(statuses(saves)).toEqual({ 200: 1, 412: CALLERS - 1 });
      expect(etagOf(await call('GET', CONFIG))).toBe('"1"');
    });

    it('is saved by all who name no version', async () => {
      expect(statuses(await atOnce(CALLERS, (index) => save(index + 1)))).toEqual({ 200: CALLERS });
      expect(etagOf(await call('GET', CONFIG))).toBe(`"${CALLERS + 1}"`);
    });
  });

  describe('of a promo', () => {
    const create = (given: Partial<CreatePromoRequest> = {}): Promise<Reply<PromoAnswer>> =>
      call('POST', PROMOS, {
        code: 'SUMMER25',
        discount_type: 'discount_percent',
        discount_value: 25,
        ...given,
      });

    /** Creates a promo. @returns its path */
    const aPath = async (given: Partial<CreatePromoRequest> = {}): Promise<string> =>
      `${PROMOS}/${(await create(given)).body.id}`;

    it('has version 1 when it is created, and one more with each change', async () => {
      const created = await create();
      const path = `${PROMOS}/${created.body.id}`;
      expect(etagOf(created)).toBe('"1"');
      expect(etagOf(await call('GET', path))).toBe('"1"');
      expect(etagOf(await call('PATCH', path, { active: false }, '"1"'))).toBe('"2"');
      expect(etagOf(await call('PATCH', path, { active: false }))).toBe('"3"');
      expect(etagOf(await call('PATCH', path, {}, '"3"'))).toBe('"3"');
      expect(etagOf(await call('GET', path))).toBe('"3"');
    });

    it('keeps its version when it is used, and gets another when it is switched off instead of deleted', async () => {
      const path = await aPath();
      await aReferee(app, tenant, { promo_code: 'SUMMER25' });
      const used = await call<PromoAnswer>('GET', path);
      expect(used.body.redemption_count).toBe(1);
      expect(etagOf(used)).toBe('"1"');
      expect((await call('DELETE', path, undefined, '"1"')).status).toBe(204);
      const off = await call<PromoAnswer>('GET', path);
      expect(off.body.active).toBe(false);
      expect(etagOf(off)).toBe('"2"');
      await expectConflict(await inVain(app, () => call('DELETE', path, undefined, '"1"')), path);
    });

    it.each(VERSION_1)('is changed and deleted with If-Match: %s', async (ifMatch) => {
      const saved = await call<PromoAnswer>('PATCH', await aPath(), { discount_value: 30 }, ifMatch);
      expect({ status: saved.status, value: saved.body.discount_value }).toEqual({ status: 200, value: 30 });
      const path = await aPath({ code: 'OTHER' });
      expect((await call('DELETE', path, undefined, ifMatch)).status).toBe(204);
      expectProblem(await call('GET', path), 404, 'promo_not_found');
    });

    it.each(NOT_VERSION_1)('is neither changed nor deleted with If-Match: %s', async (ifMatch) => {
      const path = await aPath();
      await inVain(app, async () => {
        await expectConflict(await call('PATCH', path, { discount_value: 30 }, ifMatch), path);
        await expectConflict(await call('PATCH', path, {}, ifMatch), path);
        await expectConflict(await call('DELETE', path, undefined, ifMatch), path);
      });
    });

    it.each(CURRENCIES)('tells the current discount in %s', async (currency, value, other) => {
      tenant = await aTenant(app, { currency });
      const path = await aPath({ discount_type: 'discount_fixed', discount_value: other });
      await call('PATCH', path, { discount_value: value }, '"1"');
      const refused = await call('PATCH', path, { discount_value: other }, '"1"');
      expect(expectProblem(refused, 412, 'version_conflict').current).toMatchObject({
        code: 'SUMMER25',
        discount_type: 'discount_fixed',
        discount_value: value,
      });
      await expectConflict(refused, path);
    });

    it('of another tenant is not found, whatever version is named', async () => {
      const path = await aPath();
      tenant = await aTenant(app);
      for (const ifMatch of ['"1"', '"2"', '*']) {
        expectProblem(await call('PATCH', path, { active: false }, ifMatch), 404, 'promo_not_found');
        expectProblem(await call('DELETE', path, undefined, ifMatch), 404, 'promo_not_found');
      }
    });

    it(`is changed by one of ${CALLERS} who know the same version`, async () => {
      const path = await aPath();
      const changes = await atOnce(CALLERS, (index) =>
        call<PromoAnswer>('PATCH', path, { discount_value: index + 1 }, '"1"'),
      );
      expect(statuses(changes)).toEqual({ 200: 1, 412: CALLERS - 1 });
      const now = await call<PromoAnswer>('GET', path);
      expect(etagOf(now)).toBe('"2"');
      expect(now.body).toEqual(changes.find(({ status }) => status === 200)?.body);
      expect(currentIn(changes)).toEqual(Array(CALLERS - 1).fill(now.body));
      const updates = (await eventsOf(app, tenant)).filter((type) => type === 'promo.updated');
      expect(updates).toHaveLength(1);
    });

    it(`is either changed or deleted by ${CALLERS} who know the same version`, async () => {
      const path = await aPath();
      const replies = await atOnce(CALLERS, (index) =>
        index % 2 === 0
          ? call('PATCH', path, { discount_value: index + 1 }, '"1"')
          : call('DELETE', path, undefined, '"1"'),
      );
      const done = replies.filter(({ status }) => status < 300);
      expect(done).toHaveLength(1);
      const refusal = done[0]?.status === 204 ? 404 : 412;
      expect(replies.filter(({ status }) => status === refusal)).toHaveLength(CALLERS - 1);
    });

    it('gets a version for each of many changes that name none', async () => {
      const path = await aPath();
      const changes = await atOnce(CALLERS, () => call('PATCH', path, { active: true }));
      expect(statuses(changes)).toEqual({ 200: CALLERS });
      expect(new Set(changes.map(etagOf)).size).toBe(CALLERS);
      expect(etagOf(await call('GET', path))).toBe(`"${CALLERS + 1}"`);
    });
  });
});
