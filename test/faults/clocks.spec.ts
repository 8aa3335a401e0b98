import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { signed } from '../e2e/tokens.js';
import { ISSUER, SECRET, TestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aReferee,
  aReferrer,
  aTenant,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { breachesIn } from '../support/ledger-invariants.js';
import { eventually, ServiceProcess, type Settings } from '../support/process.js';
import { Load, type Standing, standingAt } from './load.js';
import { expectNothingLost } from './soundness.js';

const HOUR_MS = 3_600_000;
const CLOCK = pathToFileURL(path.resolve('test/support/shifted-clock.mjs')).href;

describe('two processes on one database, one an hour behind and one an hour ahead', () => {
  let app: TestApp;
  let settings: Settings;
  let standing: Standing;
  let behind: ServiceProcess;
  let ahead: ServiceProcess;

  beforeAll(async () => {
    app = await TestApp.start();
    settings = { DATABASE_URL: app.database.urlAs(SERVICE_ROLE), JWT_SECRET: SECRET };
    standing = await standingAt(app);
    [behind, ahead] = await Promise.all([withClock(-HOUR_MS), withClock(HOUR_MS)]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([behind.end('SIGKILL'), ahead.end('SIGKILL')]);
    await app.stop();
  });

  /** A service whose whole process has such a clock. */
  const withClock = (aheadMs: number): Promise<ServiceProcess> =>
    ServiceProcess.start({ ...settings, NODE_OPTIONS: `--import=${CLOCK}?ahead=${aheadMs}` });

  it('serve the same callers in turn, and lose, double and halve nothing', async () => {
    let turn = 0;
    const load = new Load(standing, () => (turn++ % 2 === 0 ? behind : ahead)).start(6);
    await eventually(() => load.acknowledged > 60, 30_000);
    await load.stop();
    expect([load.refusals, load.unanswered]).toEqual([[], 0]);
    await expectNothingLost(load, app.database, settings);
  }, 60_000);

  describe.each(CURRENCIES)('in $currency', ({ currency, cents }) => {
    let tenant: TestTenant;
    let john: TestReferrer;

    beforeEach(async () => {
      tenant = await aTenant(app, { currency });
      john = await aReferrer(app, tenant, { id: 'old_john' });
    });

    it.each([
      ['the one behind and then the one ahead', () => [behind, ahead]],
      ['the one ahead and then the one behind', () => [ahead, behind]],
    ])('do once what %s is sent with one Idempotency-Key', async (_, processes) => {
      const key = randomUUID();
      const replies = [];
      for (const service of [...processes(), ...processes()]) {
        const request = { amount_cents: 100, reason: key };
        const adjustments = '/api/customers/old_john/credit/adjustments';
        replies.push(
          await service.call('POST', adjustments, tenant.admin, request, { 'idempotency-key': key }),
        );
      }
      expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(replies.map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([
        null,
        'true',
        'true',
        'true',
      ]);
      expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(await app.database.count('credit_entry where reason = $1', [key])).toBe(1);
    });

    it.each([
      ['the one behind and then the one ahead', () => [behind, ahead]],
      ['the one ahead and then the one behind', () => [ahead, behind]],
    ])('redeem an invoice once that %s is sent', async (_, processes) => {
      const invoice = {
        customer_id: 'old_john',
        invoice_id: randomUUID(),
        currency,
        amount_cents: 1_000,
      };
      const replies = [];
      for (const service of processes())
        replies.push(await service.call<RedemptionAnswer>('POST', '/api/redemptions', tenant.admin, invoice));
      expect(replies.map(({ status }) => status)).toEqual([201, 200]);
      expect(replies[1]?.body).toEqual(replies[0]?.body);
    });

    it('hold a reward for a day however they tell the time, and book it once when the first of them finds it due', async () => {
      const credit = { referral_reward_type: 'credit', referral_reward_value: 20 } as const;
      await saveProgram(app, tenant, { ...credit, referral_hold_days: 1 });
      await aReferee(app, tenant, { referral_code: john.code });
      const balanceAt = async (service: ServiceProcess): Promise<number> =>
        (await service.call<{ balance_cents: number }>('GET', '/api/customers/old_john/credit', tenant.admin))
          .body.balance_cents;
      expect([await balanceAt(behind), await balanceAt(ahead)]).toEqual([0, 0]);
      await app.database.sql(
        `update reward set available_at = now() + interval '30 minutes' where tenant_id = $1 and type = 'credit'`,
        [tenant.id],
      );
      expect([await balanceAt(behind), await balanceAt(ahead), await balanceAt(behind)]).toEqual([
        0,
        cents(20),
        cents(20),
      ]);
      expect(await app.database.count('credit_entry where tenant_id = $1', [tenant.id])).toBe(1);
      expect(await breachesIn(app.database)).toEqual(new Map());
    });
  });

  it('take tokens that another clock made, as far as their leeway goes, and refuse the others by 401', async () => {
    const now = Math.floor(Date.now() / 1000);
    const [tenant] = await app.database.sql<{ id: string }>('select id from tenant where slug = $1', [
      standing.slug,
    ]);
    const claims = {
      iss: ISSUER,
      aud: 'tenant-admin',
      sub: 'usr_test',
      tenant_id: tenant?.id,
      iat: now,
      exp: now + 12 * 3600,
    };
    const answersTo = async (given: object): Promise<number[]> => {
      const token = signed({ ...claims, ...given });
      const answers = [behind, ahead].map((service) => service.call('GET', '/api/referrals/config', token));
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    expect(await answersTo({})).toEqual([200, 200]); // made an hour from now, as the one behind sees it
    expect(await answersTo({ nbf: now - 3600 + 25 })).toEqual([200, 200]);
    expect(await answersTo({ nbf: now - 3600 + 300 })).toEqual([401, 200]);
    expect(await answersTo({ exp: now + 3600 - 15 })).toEqual([200, 200]);
    expect(await answersTo({ exp: now + 3600 - 300 })).toEqual([200, 401]);
  });

  it('end with 0 when they are asked to, without a word of complaint', async () => {
    for (const service of [behind, ahead])
      expect(await service.stop()).toMatchObject({ code: 0, signal: null, stderr: '' });
  });
});
