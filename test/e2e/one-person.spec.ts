import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { ReviewAnswer } from '../../src/reward/decision/review.dto.js';
import type { Page } from '../../src/core/http/page.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aReferrer, aTenant, atOnce, enroll, saveProgram, type TestTenant } from '../support/factories.js';
import { sendFile } from './import-files.js';
import { creditOf } from './redemption-readings.js';

const app = useTestApp();
const NOT_ELIGIBLE = { status: 'invalid', reason: 'not_eligible' };

describe('a person who had another address before', () => {
  let tenant: TestTenant;
  let eve: Awaited<ReturnType<typeof aReferrer>>;

  beforeEach(async () => {
    tenant = await aTenant(app);
    eve = await aReferrer(app, tenant, { email: 'eve0@example.com', phone: '+1 555 010 0000' });
  });

  const change = async (changes: object, id = eve.id): Promise<void> => {
    expect((await app.patch(`/api/customers/${id}`, changes, tenant.admin)).status).toBe(200);
  };
  const enrollWith = (email: string, more: object = {}): Promise<Reply<EnrollmentAnswer>> =>
    enroll(app, tenant, { email, referral_code: eve.code, ...more });
  const hold = (rules: object): Promise<unknown> => app.put('/api/abuse-rules', rules, tenant.admin);
  const reviews = async (): Promise<ReviewAnswer[]> =>
    (await app.get<Page<ReviewAnswer>>('/api/reviews?status=open', tenant.admin)).body.data;

  it.each(CURRENCIES)('earns nothing by an own code with it, in $currency', async ({ currency }) => {
    tenant = await aTenant(app, { currency });
    eve = await aReferrer(app, tenant, { email: 'eve0@example.com' });
    await saveProgram(app, tenant, { referral_reward_type: 'credit', referral_reward_value: 20 });
    for (let turn = 0; turn < 3; turn++) {
      await change({ email: `eve${turn + 1}@example.com` });
      expect((await enrollWith(`EVE${turn}+${turn}@example.com`)).body.referral).toMatchObject(NOT_ELIGIBLE);
    }
    expect((await creditOf(app, tenant, eve.id)).balance_cents).toBe(0);
    expect((await enrollWith('somebody@example.com')).body.referral.status).toBe('applied');
  });

  it('is known after an import, too', async () => {
    await sendFile(app, tenant.admin, `id,name,email\n${eve.id},Eve,eve1@example.com\n`);
    expect((await enrollWith('eve0@example.com')).body.referral).toMatchObject(NOT_ELIGIBLE);
  });

  it('is not somebody else who has the address now', async () => {
    await change({ email: 'eve1@example.com' });
    const bob = await aReferrer(app, tenant, { email: 'eve0@example.com' });
    const friend = await enroll(app, tenant, { email: 'friend@example.com', referral_code: bob.code });
    expect(friend.body.referral.status).toBe('applied');
  });

  it('may take the address back', async () => {
    await change({ email: 'eve1@example.com' });
    await change({ email: 'eve0@example.com' });
    await change({ email: 'eve1@example.com' });
    expect((await enrollWith('eve0@example.com')).body.referral).toMatchObject(NOT_ELIGIBLE);
  });

  it.each([
    ['same_email', { email: 'eve1@example.com' }, 'eve0+x@example.com', {}],
    ['same_phone', { phone: null }, 'new@example.com', { phone: '0015550100000' }],
  ])('is recognized by the rule %s with the code of somebody else', async (rule, changes, email, more) => {
    await hold({ [rule]: 'hold' });
    await change(changes);
    const bob = await aReferrer(app, tenant);
    await enroll(app, tenant, { email, referral_code: bob.code, ...more });
    expect(await reviews()).toMatchObject([{ held_by: [rule] }]);
  });

  it('is not suspicious by a change alone, and keeps what does not change', async () => {
    await hold({ same_email: 'hold', same_phone: 'hold' });
    await change({ name: 'Eve E.', email: 'EVE0@example.com' });
    expect(await app.database.count('former_trait where tenant_id = $1', [tenant.id])).toBe(0);
  });

  it('stays known after the erasure, without the customer', async () => {
    await change({ email: 'eve1@example.com' });
    const bob = await aReferrer(app, tenant);
    expect((await app.delete(`/api/customers/${eve.id}`, tenant.admin)).status).toBe(204);
    expect(await app.database.count('former_trait where tenant_id = $1', [tenant.id])).toBe(0);
    for (const email of ['eve0@example.com', 'eve1+again@example.com']) {
      const { body } = await enroll(app, tenant, { email, referral_code: bob.code });
      expect(body.referral).toMatchObject(NOT_ELIGIBLE);
    }
  });

  it('of another tenant is unknown', async () => {
    await change({ email: 'eve1@example.com' });
    const other = await aTenant(app);
    const { code } = await aReferrer(app, other);
    const { body } = await enroll(app, other, { email: 'eve0@example.com', referral_code: code });
    expect(body.referral.status).toBe('applied');
  });

  it('is remembered once by twenty changes at once', async () => {
    await atOnce(20, (index) =>
      app.patch(`/api/customers/${eve.id}`, { email: `eve${index % 2}@example.com` }, tenant.admin),
    );
    for (const email of ['eve0+a@example.com', 'eve1+b@example.com'])
      expect((await enrollWith(email)).body.referral).toMatchObject(NOT_ELIGIBLE);
    const rows = await app.database.count('former_trait where tenant_id = $1', [tenant.id]);
    expect(rows).toBeLessThanOrEqual(2);
  });
});
