import type { AuditEntryAnswer } from '../../src/tenant/audit/audit.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { CustomerAnswer } from '../../src/customer/customer.dto.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import { type Reply, TestApp } from '../support/app.js';
import { aCustomer, anEmail, aTenant, aWebhook, enroll, type TestTenant } from '../support/factories.js';
import { Receiver } from '../support/receiver.js';
import { expectSoundLedger } from './decisions.js';
import { eventsOf, expectProblem, inVain } from './expectations.js';
import { aPrivacyScene, type PrivacyScene, rowsWith, TRACES, ZOE } from './privacy-scene.js';
import { deliver } from './webhook-scene.js';

const MONEY = ['reward', 'credit_account', 'credit_lot', 'credit_entry', 'redemption', 'redemption_line'];

describe('erasing a customer', () => {
  let app: TestApp;
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await Receiver.start();
    app = await TestApp.start({ webhooks: { allow: [receiver.place] } });
  });
  afterAll(async () => {
    await app.stop();
    await receiver.stop();
  });

  const erase = ({ admin }: TestTenant, id: string): Promise<Reply> =>
    app.delete(`/api/customers/${id}`, admin);

  async function erased(): Promise<PrivacyScene> {
    const scene = await aPrivacyScene(app);
    expect((await erase(scene.tenant, scene.zoe.id)).status).toBe(204);
    return scene;
  }

  it('leaves no personal data in any row of any table, including deliveries of webhooks', async () => {
    const scene = await aPrivacyScene(app);
    await aWebhook(app, scene.tenant, { url: receiver.url });
    await app.patch(`/api/customers/${scene.zoe.id}`, { status: 'active' }, scene.tenant.admin);
    await deliver(app, scene.tenant);
    const before = await rowsWith(app, TRACES);
    expect(before.filter((row) => row.startsWith('public.audit_entry'))).toHaveLength(2);
    expect(before.length).toBe(3); // the customer, and what was changed
    expect((await erase(scene.tenant, scene.zoe.id)).status).toBe(204);
    await deliver(app, scene.tenant);
    expect(await rowsWith(app, TRACES)).toEqual([]);
    expect(receiver.calls.length).toBeGreaterThan(1);
    expect(receiver.calls.filter(({ text }) => TRACES.test(text))).toEqual([]);
    expect(receiver.calls.at(-1)?.body).toMatchObject({
      type: 'customer.erased',
      data: { customer_id: scene.zoe.id },
    });
  });

  it('leaves no personal data in any response to the tenant, and other customers unchanged', async () => {
    const { tenant, zoe, john, friend } = await erased();
    const paths = [
      'customers',
      'referrals',
      'rewards',
      'redemptions',
      'reviews',
      'audit',
      'analytics/liability',
    ];
    const all = [
      ...paths.map((path) => `/api/${path}`),
      '/api/events?after=0',
      ...[zoe.id, john.id, friend.customer_id].map((id) => `/api/customers/${id}/export`),
    ];
    for (const path of all) {
      const { status, body } = await app.get(path, tenant.admin);
      expect([path, status, TRACES.exec(JSON.stringify(body))]).toEqual([path, 200, null]);
    }
    const { body } = await app.get<CustomerAnswer>(`/api/customers/${zoe.id}`, tenant.admin);
    expect(body).toMatchObject({ id: zoe.id, name: '[erased]', phone: null, status: 'inactive' });
    expect(body.email).toMatch(/^erased_[0-9a-z]{26}@erased\.invalid$/);
    for (const q of ['quillfeather', ZOE.email, 'Zo']) {
      const list = await app.get<Page<object>>(`/api/customers?q=${encodeURIComponent(q)}`, tenant.admin);
      expect(list.body.data).toEqual([]);
    }
    expect((await app.get<CustomerAnswer>(`/api/customers/${john.id}`, tenant.admin)).body.name).toBe(
      john.name,
    );
  });

  it('removes the fingerprint of the address from which they enrolled', async () => {
    const { enrolled } = await erased();
    expect(
      await app.database.count(`enrollment where id = '${enrolled.id}' and address_fingerprint is null`),
    ).toBe(1);
  });

  it('keeps the money history unchanged, and the ledger valid', async () => {
    const scene = await aPrivacyScene(app);
    const kept = async (): Promise<object[]> => {
      const rows: object[] = [];
      for (const table of MONEY)
        rows.push(
          await app.database.sql(`select * from ${table} t where tenant_id = $1 order by t::text`, [
            scene.tenant.id,
          ]),
        );
      return rows;
    };
    const before = await kept();
    await erase(scene.tenant, scene.zoe.id);
    expect(await kept()).toEqual(before);
    expect(before.filter((rows) => (rows as object[]).length === 0)).toEqual([]);
    await expectSoundLedger(app, scene.tenant);
  });

  it('keeps who changed which fields in the audit log, but not the values', async () => {
    const { tenant, zoe } = await erased();
    const { body } = await app.get<Page<AuditEntryAnswer>>(`/api/audit?target_id=${zoe.id}`, tenant.admin);
    const [last, ...others] = body.data;
    expect(last).toMatchObject({
      action: 'customer.erased',
      actor: 'admin:usr_test',
      before: null,
      after: null,
    });
    const changed = { name: '[erased]', email: '[erased]', phone: '[erased]' };
    const updates = others.filter(({ action }) => action === 'customer.updated');
    expect(updates.map(({ before, after }) => ({ before, after }))).toEqual([
      { before: changed, after: changed },
      { before: changed, after: changed },
    ]);
    expect(others.find(({ action }) => action === 'credit.adjusted')).toMatchObject({ reason: 'goodwill' });
  });

  it('has no further effect the second time', async () => {
    const { tenant, zoe } = await erased();
    expect((await inVain(app, () => erase(tenant, zoe.id))).status).toBe(204);
    expect((await eventsOf(app, tenant)).filter((type) => type === 'customer.erased')).toHaveLength(1);
  });

  it('ends their access and their code, and prevents changes', async () => {
    const { tenant, zoe } = await erased();
    for (const path of ['referrals/my-code', 'referrals/mine', 'credit/mine'])
      expectProblem(await app.get(`/api/${path}`, zoe.token), 403, 'customer_inactive');
    const change = (body: object): Promise<Reply> =>
      app.patch(`/api/customers/${zoe.id}`, body, tenant.admin);
    for (const body of [{ name: 'Back Again' }, { status: 'active' }, { email: anEmail(), phone: '1' }])
      expectProblem(await inVain(app, () => change(body)), 409, 'customer_erased');
    const { body } = await enroll(app, tenant, { referral_code: zoe.code });
    expect(body.referral).toMatchObject({ status: 'invalid', reason: 'invalid_code' });
  });

  it('distinguishes two customers whose ids differ only in case', async () => {
    const tenant = await aTenant(app);
    for (const id of ['cus_a', 'CUS_A']) {
      await aCustomer(app, tenant, { id });
      expect((await erase(tenant, id)).status).toBe(204);
    }
  });

  it('answers 404 for an unknown customer', async () => {
    const tenant = await aTenant(app);
    expectProblem(await inVain(app, () => erase(tenant, 'cus_nobody')), 404, 'customer_not_found');
  });

  describe('and enrolling the person again', () => {
    const again = async ({ tenant, john }: PrivacyScene, person: object): Promise<EnrollmentAnswer> => {
      const { status, body } = await enroll(app, tenant, { referral_code: john.code, ...person });
      expect(status).toBe(201);
      return body;
    };
    const REFUSED = { status: 'invalid', reason: 'not_eligible', referral_id: null };

    it.each([
      ['the same person', ZOE],
      ['another spelling of the address', { email: 'zoequillfeather@googlemail.com' }],
      ['another address and the same number', { email: 'new@example.com', phone: '0049-171-5550-4711' }],
    ])('earns nobody a reward: %s', async (_, person) => {
      const scene = await erased();
      const { customer_id, referral, discounts } = await again(scene, person);
      expect({ referral, discounts }).toEqual({ referral: REFUSED, discounts: [] });
      const { length } = await app.database.sql('select from reward where customer_id = $1', [customer_id]);
      expect(length).toBe(0);
    });

    it('works without a code, and with a promo', async () => {
      const scene = await erased();
      const { referral } = await again(scene, { ...ZOE, referral_code: '' });
      expect(referral).toMatchObject({ status: 'none', reason: null });
    });

    it('does not replace the reason for an invalid code', async () => {
      const scene = await erased();
      const { referral } = await again(scene, { ...ZOE, referral_code: 'AAAAAAAA' });
      expect(referral.reason).toBe('invalid_code');
    });

    it('does not affect other people or other tenants', async () => {
      const [scene, other] = [await erased(), await aPrivacyScene(app)];
      expect((await again(scene, { email: anEmail(), phone: '+49 171 5550 9999' })).referral.status).toBe(
        'applied',
      );
      await app.patch(
        `/api/customers/${other.zoe.id}`,
        { email: anEmail(), phone: null },
        other.tenant.admin,
      );
      expect((await again(other, ZOE)).referral.status).toBe('applied');
    });
  });
});
