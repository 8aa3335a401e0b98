import { SERVICE_ROLE } from '../../src/database/connection.js';
import type { ReferralConfig } from '../../src/config/config.dto.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import { SECRET, TestApp } from '../support/app.js';
import {
  aCustomer,
  anEmail,
  aPromo,
  aTenant,
  atOnce,
  codeOf,
  type TestTenant,
} from '../support/factories.js';
import { HALVES } from '../support/halves.js';
import { eventually, ServiceProcess } from '../support/process.js';

const CALLERS = 12;
/** Each enrollment also writes to two ledgers, of which all share the referrer's. */
const CREDIT_FOR_BOTH: ReferralConfig = {
  referral_enabled: true,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_type: 'credit',
  referral_reward_referee_value: 5,
};
/** How many enrollments each process acknowledges before it is killed: on its first breath, and in full run. */
const KILLED_AFTER = [1, 25, 60, 90];

describe('a service that is killed while people enroll', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let promo: PromoAnswer;
  let code: string;
  const acknowledged: EnrollmentAnswer[] = [];
  const refused: number[] = [];
  let unanswered = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    tenant = await aTenant(app, { program: CREDIT_FOR_BOTH });
    promo = await aPromo(app, tenant, { combinable_with_referral: true });
    code = await codeOf(app, await aCustomer(app, tenant, { id: 'old_john' }));
    for (const count of KILLED_AFTER) await killAfter(count);
  }, 60_000);
  afterAll(() => app.stop());

  /** Callers enroll without a pause until the process is killed, which is when it has acknowledged so many. */
  async function killAfter(count: number): Promise<void> {
    const DATABASE_URL = app.database.urlAs(SERVICE_ROLE);
    const service = await ServiceProcess.start({ DATABASE_URL, JWT_SECRET: SECRET });
    const goal = acknowledged.length + count;
    let killed = false;
    await atOnce(CALLERS, async () => {
      while (!killed) {
        const answer = await enrollAt(service).catch(() => undefined);
        if (answer === undefined) unanswered++;
        else acknowledged.push(answer);
        if (acknowledged.length < goal && service.runs) continue;
        killed = true;
        await service.end('SIGKILL');
      }
    });
    const busy = `pg_stat_activity where datname = current_database() and usename = $1 and state <> 'idle'`;
    await eventually(async () => (await app.database.count(busy, [SERVICE_ROLE])) === 0);
  }

  async function enrollAt(service: ServiceProcess): Promise<EnrollmentAnswer> {
    const person = { tenant_slug: tenant.slug, name: 'New Friend', email: anEmail() };
    const request = { ...person, referral_code: code, promo_code: promo.code };
    const answer = await service.call<EnrollmentAnswer>('POST', '/api/enrollments', undefined, request);
    refused.push(...(answer.status === 201 ? [] : [answer.status]));
    return answer.body;
  }

  const among = (column: string, ids: (string | null)[]): Promise<number> =>
    app.database.count(`enrollment where ${column} = any($1)`, [ids]);

  it('has kept everything that it acknowledged', async () => {
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLED_AFTER.reduce((sum, count) => sum + count));
    expect(refused).toEqual([]);
    expect(unanswered).toBeGreaterThan(0);
    const referrals = acknowledged.map(({ referral }) => referral.referral_id);
    expect(new Set(referrals).size).toBe(acknowledged.length);
    expect(
      await among(
        'id',
        acknowledged.map(({ id }) => id),
      ),
    ).toBe(acknowledged.length);
    expect(await among('referral_id', referrals)).toBe(acknowledged.length);
    expect(await app.database.count('promo where redemption_count >= $1', [acknowledged.length])).toBe(1);
  });

  it.each(HALVES)('never leaves %s', async (_, from) => {
    expect(await app.database.count(from)).toBe(0);
  });
});
