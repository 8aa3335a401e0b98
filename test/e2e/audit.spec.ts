import type { AuditEntryAnswer } from '../../src/tenant/audit/audit.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { changed, inVain, pagesOf } from './expectations.js';

const BY = { actor: 'admin:usr_test', address: '127.0.0.1' };

describe('GET /api/audit', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const audit = async (query = ''): Promise<AuditEntryAnswer[]> => {
    const { status, body } = await app.get<Page<AuditEntryAnswer>>(`/api/audit${query}`, tenant.admin);
    expect(status).toBe(200);
    return body.data;
  };
  const newest = async (): Promise<AuditEntryAnswer | undefined> => (await audit('?limit=1'))[0];

  describe.each(CURRENCIES)('in $currency', ({ currency, cents }) => {
    beforeEach(async () => (tenant = await aTenant(app, { currency })));

    it('records who saved the program, and what changed', async () => {
      await saveProgram(app, tenant, {
        referral_reward_type: 'credit',
        referral_reward_value: 25,
        referral_budget_cents: cents(500),
        referral_hold_days: 3,
      });
      expect(await newest()).toEqual({
        id: expect.stringMatching(/^aud_/) as string,
        action: 'config.updated',
        target_id: tenant.id,
        ...BY,
        before: {
          referral_reward_type: 'discount_percent',
          referral_reward_value: 10,
          referral_budget_cents: null,
          referral_hold_days: 0,
        },
        after: {
          referral_reward_type: 'credit',
          referral_reward_value: 25,
          referral_budget_cents: cents(500),
          referral_hold_days: 3,
        },
        reason: null,
        created_at: expect.stringMatching(/^20\d\d-.*Z$/) as string,
      });
    });

    it('records a promo created, updated, deactivated and deleted', async () => {
      const promo = await aPromo(app, tenant, { discount_type: 'discount_fixed', discount_value: 20 });
      const path = `/api/promos/${promo.id}`;
      await app.patch(path, { discount_value: 30 }, tenant.admin);
      await app.delete(path, tenant.admin);
      const told = (await audit(`?target_id=${promo.id}`)).map(({ action, before, after }) => ({
        action,
        before,
        after,
      }));
      expect(told).toEqual([
        { action: 'promo.deleted', before: changed(promo, { discount_value: 30 }), after: null },
        { action: 'promo.updated', before: { discount_value: 20 }, after: { discount_value: 30 } },
        { action: 'promo.created', before: null, after: promo },
      ]);
    });

    it('records credit granted and taken manually, and why', async () => {
      const { id } = await aCustomer(app, tenant);
      await grantCredit(app, tenant, id, 500);
      await grantCredit(app, tenant, id, -200);
      expect(await audit('?action=credit.adjusted')).toMatchObject([
        { target_id: id, before: { balance_cents: 500 }, after: { balance_cents: 300 }, reason: 'a test' },
        { target_id: id, before: { balance_cents: 0 }, after: { balance_cents: 500 }, reason: 'a test' },
      ]);
    });
  });

  it('records that a used promo is deactivated, not deleted', async () => {
    const promo = await aPromo(app, tenant);
    await aReferee(app, tenant, { promo_code: promo.code });
    await app.delete(`/api/promos/${promo.id}`, tenant.admin);
    expect(await newest()).toMatchObject({
      action: 'promo.updated',
      before: { active: true },
      after: { active: false },
    });
  });

  it('records a customer created and updated', async () => {
    const ana = await aCustomer(app, tenant, { name: 'Ana' });
    await app.patch(`/api/customers/${ana.id}`, { name: 'Anna', status: 'inactive' }, tenant.admin);
    expect(await audit(`?target_id=${ana.id}`)).toMatchObject([
      {
        action: 'customer.updated',
        ...BY,
        before: { name: 'Ana', status: 'active' },
        after: { name: 'Anna', status: 'inactive' },
      },
      {
        action: 'customer.created',
        ...BY,
        before: null,
        after: { id: ana.id, name: 'Ana', email: ana.email },
      },
    ]);
  });

  it('records a reward taken back, and why', async () => {
    const { code } = await aReferrer(app, tenant);
    await aReferee(app, tenant, { referral_code: code });
    const { body } = await app.get<Page<RewardAnswer>>('/api/rewards?role=referrer', tenant.admin);
    const id = body.data[0]?.id ?? '';
    await app.post(`/api/rewards/${id}/void`, { reason: 'fraud' }, tenant.admin);
    expect(await newest()).toMatchObject({
      action: 'reward.reversed',
      target_id: id,
      ...BY,
      before: { status: 'available' },
      after: { status: 'reversed' },
      reason: 'fraud',
    });
  });

  it('records a referral approved and voided, and the effect on its rewards', async () => {
    await saveProgram(app, tenant, { referral_qualify_on: 'manual' });
    const { code } = await aReferrer(app, tenant);
    const { referral } = await aReferee(app, tenant, { referral_code: code });
    const id = referral.referral_id ?? '';
    await app.post(`/api/referrals/${id}/approve`, { reason: 'known' }, tenant.admin);
    await app.post(`/api/referrals/${id}/void`, { reason: 'refund' }, tenant.admin);
    expect(await audit(`?target_id=${id}`)).toMatchObject([
      {
        action: 'referral.rejected',
        ...BY,
        before: { status: 'qualified' },
        after: { status: 'rejected' },
        reason: 'refund',
      },
      {
        action: 'referral.qualified',
        ...BY,
        before: { status: 'pending' },
        after: { status: 'qualified', qualified_by: 'approval' },
        reason: 'known',
      },
    ]);
    expect(await audit('?action=reward.reversed')).toHaveLength(2);
  });

  it('records who sent the invoice that made a referral qualify', async () => {
    await saveProgram(app, tenant, { referral_qualify_on: 'first_invoice' });
    const { code } = await aReferrer(app, tenant);
    const { customer_id } = await aReferee(app, tenant, { referral_code: code });
    await redeem(app, tenant, customer_id, { invoice_id: 'INV-9' });
    expect(await newest()).toMatchObject({
      action: 'referral.qualified',
      actor: BY.actor,
      after: { status: 'qualified', qualified_by: 'invoice', invoice_id: 'INV-9' },
      reason: null,
    });
  });

  it('records changes of the abuse rules', async () => {
    await app.put('/api/abuse-rules', { same_phone: 'hold' }, tenant.admin);
    expect(await newest()).toMatchObject({
      action: 'abuse_rules.updated',
      ...BY,
      before: { same_phone: 'observe' },
      after: { same_phone: 'hold' },
    });
  });

  it('does not record refused requests and reads', async () => {
    const { id } = await aCustomer(app, tenant);
    const before = await audit();
    await inVain(app, async () => {
      await app.patch(`/api/customers/${id}`, { email: 'no' }, tenant.admin);
      await app.patch('/api/customers/cus_nobody', { name: 'A' }, tenant.admin);
      await app.patch(`/api/customers/${id}`, {}, tenant.admin);
      await app.post('/api/customers', { id, name: 'A', email: 'a@example.com' }, tenant.admin);
      await app.get(`/api/customers/${id}`, tenant.admin);
    });
    expect(await audit()).toEqual(before);
  });

  it('records concurrent changes one after the other', async () => {
    const promo = await aPromo(app, tenant, { discount_value: 1 });
    const values = [2, 3, 4, 5, 6, 7, 8, 9];
    const change = (discount_value: number): Promise<unknown> =>
      app.patch(`/api/promos/${promo.id}`, { discount_value }, tenant.admin);
    await Promise.all(values.map(change));
    const told = (await audit('?action=promo.updated')).map(({ before, after }) => [
      before?.discount_value,
      after?.discount_value,
    ]);
    // Each goes on from what another one left; that is a chain through all of them.
    const next = new Map(told as [number, number][]);
    const chain = [1];
    while (next.has(chain.at(-1) ?? 0)) chain.push(next.get(chain.at(-1) ?? 0) ?? 0);
    expect(chain.slice(1).toSorted()).toEqual(values);
  });

  it('can be filtered by action, actor, target and time, page by page', async () => {
    const ana = await aCustomer(app, tenant);
    await aPromo(app, tenant);
    expect((await audit('?action=promo.created')).map(({ action }) => action)).toEqual(['promo.created']);
    expect(await audit('?actor=admin:nobody')).toEqual([]);
    expect(await audit('?actor=admin:usr_test&created_before=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await audit('?created_after=2020-01-01T00:00:00Z')).toHaveLength(3);
    expect((await audit(`?target_id=${ana.id}`)).map(({ target_id }) => target_id)).toEqual([ana.id]);
    const pages = await pagesOf<AuditEntryAnswer>(app, '/api/audit', tenant.admin);
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    expect(pages.flat()).toEqual(await audit());
  });

  it('shows a tenant its own changes only', async () => {
    await aPromo(app, await aTenant(app));
    expect((await audit()).map(({ action }) => action)).toEqual(['config.updated']);
  });

  it('records the actual caller, whatever a request claims', async () => {
    const headers = {
      'x-forwarded-for': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      'x-real-ip': '203.0.113.9',
    };
    const body = { code: 'A', discount_type: 'discount_percent', discount_value: 1 };
    await app.call('POST', '/api/promos', { token: tenant.admin, body, headers });
    expect(await newest()).toMatchObject(BY);
  });
});
