import type { AuditEntryAnswer } from '../../src/tenant/audit/audit.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { CustomerExportAnswer } from '../../src/customer/privacy/privacy.dto.js';
import { type TestApp, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aCustomer, aTenant } from '../support/factories.js';
import { eventsOf, expectProblem, inVain } from './expectations.js';
import { aPrivacyScene, type PrivacyScene, ZOE } from './privacy-scene.js';

describe("a customer's export", () => {
  const app = useTestApp();
  let scene: PrivacyScene;
  let export_: CustomerExportAnswer;

  beforeAll(async () => {
    scene = await aPrivacyScene(app);
    export_ = await exportOf(scene, scene.zoe.id);
  });

  async function exportOf({ tenant }: PrivacyScene, id: string): Promise<CustomerExportAnswer> {
    const path = `/api/customers/${id}/export`;
    const { status, headers, body } = await app.get<CustomerExportAnswer>(path, tenant.admin);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    return body;
  }

  it('contains the customer as stored', () => {
    expect(export_.customer).toMatchObject({
      id: scene.zoe.id,
      name: ZOE.name,
      email: ZOE.email.toLowerCase(),
      canonical_email: 'zoequillfeather@gmail.com',
      phone: ZOE.phone,
      status: 'active',
      erased_at: null,
    });
    expect(export_.referral_code).toMatchObject({ code: scene.zoe.code });
    expect(export_.enrollment).toMatchObject({
      id: scene.enrolled.id,
      referral_status: 'applied',
      referral_id: scene.enrolled.referral.referral_id,
      address_fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it.each(CURRENCIES)(
    'contains every reward, lot, entry and redemption, with lines and reversals, in $currency',
    async ({ currency, cents }) => {
      const one = await aPrivacyScene(app, currency);
      const { rewards, credit_lots, credit_entries, redemptions } = await exportOf(one, one.zoe.id);
      const rowsOf = (table: string): Promise<number> =>
        app.database.count(`${table} where customer_id = '${one.zoe.id}'`);
      expect(rewards).toHaveLength(await rowsOf('reward'));
      expect(credit_lots).toHaveLength(await rowsOf('credit_lot'));
      expect(credit_entries).toHaveLength(await rowsOf('credit_entry'));
      expect(redemptions).toHaveLength(await rowsOf('redemption'));
      for (const list of [rewards, credit_lots, credit_entries]) expect(list.length).toBeGreaterThan(1);
      expect(redemptions).toMatchObject([
        {
          currency,
          lines: [
            { source: 'referral', amount_cents: 10_000 },
            { source: 'credit', amount_cents: cents(10) },
            { source: 'credit', amount_cents: 700 },
          ],
          reversals: [{ amount_cents: 1, reason: 'one cent back' }],
        },
      ]);
    },
  );

  it('contains their referrals on both sides, with the first name and an initial of the other side', () => {
    expect(export_.referrals_as_referee).toMatchObject([
      { id: scene.enrolled.referral.referral_id, referrer_name: 'John W.' },
    ]);
    expect(export_.referrals_as_referrer).toMatchObject([
      { id: scene.friend.referral.referral_id, referee_name: 'Fanny O.' },
    ]);
    expect(JSON.stringify(export_)).not.toMatch(/winterbottom|oddsworth/i);
    expect(JSON.stringify(export_)).not.toContain(scene.john.id);
    expect(JSON.stringify(export_)).not.toContain(scene.friend.customer_id);
  });

  it("contains the timeline, without the lines about the other side's rewards and invoices", () => {
    const lines = export_.referrals_as_referee.flatMap(({ timeline }) =>
      timeline.map(({ detail }) => detail),
    );
    expect(lines).toContain(`enrolled with code ${scene.john.code}`);
    expect(lines.some((line) => line.startsWith(`referee's `))).toBe(true);
    expect(lines.filter((line) => line.startsWith(`referrer's `))).toEqual([]);
  });

  it('contains their audit entries and their events', async () => {
    const actions = export_.audit_entries.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['customer.updated', 'credit.adjusted']));
    const types = export_.events.map(({ type }) => type);
    const theirs = [
      'customer.enrolled',
      'referral.created',
      'reward.applied',
      'redemption.applied',
      'redemption.reversed',
    ];
    expect(types).toEqual(expect.arrayContaining(theirs));
    expect(types.filter((type) => type === 'customer.enrolled')).toHaveLength(1);
    expect(types.length).toBeLessThan((await eventsOf(app, scene.tenant)).length);
  });

  it('is recorded in the audit log, and appends no event', async () => {
    const before = await eventsOf(app, scene.tenant);
    await exportOf(scene, scene.zoe.id);
    expect(await eventsOf(app, scene.tenant)).toEqual(before);
    const path = `/api/audit?action=customer.exported&target_id=${scene.zoe.id}`;
    const { body } = await app.get<Page<AuditEntryAnswer>>(path, scene.tenant.admin);
    expect(body.data[0]).toMatchObject({
      actor: 'admin:usr_test',
      address: '127.0.0.1',
      before: null,
      after: null,
    });
    expect(body.data).toHaveLength(2);
  });

  it('is empty for a new customer, and 404 for an unknown one', async () => {
    const { id } = await aCustomer(app, scene.tenant);
    expect(await exportOf(scene, id)).toMatchObject({
      customer: { id },
      referral_code: null,
      enrollment: null,
      referrals_as_referrer: [],
      rewards: [],
      redemptions: [],
      reviews: [],
    });
    const nobody = (): ReturnType<TestApp['get']> =>
      app.get('/api/customers/cus_nobody/export', scene.tenant.admin);
    expectProblem(await inVain(app, nobody), 404, 'customer_not_found');
  });

  it('is not available to another tenant', async () => {
    const other = await aTenant(app);
    const reply = await app.get(`/api/customers/${scene.zoe.id}/export`, other.admin);
    expectProblem(reply, 404, 'customer_not_found');
  });
});
