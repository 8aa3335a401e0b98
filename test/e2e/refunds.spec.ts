import type { CustomerExportAnswer } from '../../src/customer/privacy/privacy.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { MyCodeAnswer } from '../../src/referral/referral.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aReferrer, aTenant, redeem, saveProgram, type TestTenant } from '../support/factories.js';
import { decide, expectSoundLedger, expectTooLate, linesOf } from './decisions.js';
import { eventsOf } from './expectations.js';
import {
  aFriendOf,
  creditOf,
  dataOf,
  DAY_MS,
  entriesOf,
  FIRST_INVOICE_PROGRAM,
  type Friend,
  referralOf,
  reverse,
  rewardOf,
  told,
} from './redemption-readings.js';
import { queueOf, saveRules } from './suspects.js';

const app = useTestApp();

describe.each(CURRENCIES)(
  'the refund of the invoice that qualified a referral, in $currency',
  ({ currency, cents, shown }) => {
    const unit = cents(1);
    let tenant: TestTenant;
    let john: Awaited<ReturnType<typeof aReferrer>>;
    let jane: Friend;

    beforeEach(async () => {
      tenant = await aTenant(app, { currency });
      john = await aReferrer(app, tenant, { name: 'John Doe' });
      await saveProgram(app, tenant, FIRST_INVOICE_PROGRAM);
      jane = await aFriendOf(app, tenant, john);
    });
    afterEach(() => expectSoundLedger(app, tenant));

    const pay = async (customer: string, amount: number, invoice_id?: string): Promise<RedemptionAnswer> => {
      const invoice = invoice_id === undefined ? {} : { invoice_id };
      const { body } = await redeem(app, tenant, customer, { amount_cents: amount * unit, ...invoice });
      return body;
    };
    const refund = async (id: string, amount?: number): Promise<RedemptionAnswer> => {
      const given = amount === undefined ? {} : { refunded_cents: amount * unit };
      const { status, body } = await reverse(app, tenant, id, given);
      expect(status).toBe(200);
      return body;
    };
    const balanceOf = async (customer: string): Promise<number> =>
      (await creditOf(app, tenant, customer)).balance_cents / unit;

    it('reverses the referral and takes both rewards back', async () => {
      const { id } = await pay(jane.customerId, 200, 'INV-4');
      expect(await balanceOf(john.id)).toBe(20);
      await refund(id);
      const referral = await referralOf(app, tenant, jane);
      expect(referral).toMatchObject({
        status: 'reversed',
        rewards_applied: false,
        referrer_reward: { status: 'reversed', shortfall_cents: 0 },
        referee_reward: { status: 'reversed', shortfall_cents: 0, redemption_id: null },
      });
      expect(linesOf(referral).slice(-4)).toEqual([
        "reward.returned by admin:usr_test: referee's 10 % given back: invoice INV-4 was reversed",
        'referral.reversed by admin:usr_test: invoice INV-4 was refunded',
        "reward.reversed by admin:usr_test: referee's 10 % reversed: the invoice was refunded",
        `reward.reversed by admin:usr_test: referrer's ${shown(20)} credit reversed: the invoice was refunded`,
      ]);
      expect(await balanceOf(john.id)).toBe(0);
      const { body } = await app.get<MyCodeAnswer>('/api/referrals/my-code', john.token);
      expect(body.referral_count).toBe(0);
      expect(await dataOf(app, tenant, 'referral.reversed')).toEqual([{ referral_id: jane.referralId }]);
    });

    it('says so in the audit log and in Spanish', async () => {
      const { id } = await pay(jane.customerId, 200, 'INV-9');
      await refund(id);
      const path = `/api/referrals/${jane.referralId}`;
      const headers = { 'accept-language': 'es' };
      const spanish = await app.call<Parameters<typeof linesOf>[0]>('GET', path, {
        token: tenant.admin,
        headers,
      });
      expect(linesOf(spanish.body)).toContainEqual(
        'referral.reversed by admin:usr_test: se reembolsó la factura INV-9',
      );
      const audit = await app.get<{ data: object[] }>('/api/audit?action=referral.reversed', tenant.admin);
      expect(audit.body.data).toMatchObject([
        {
          target_id: jane.referralId,
          before: { status: 'qualified' },
          after: { status: 'reversed' },
          reason: 'the invoice that qualified the referral was refunded',
        },
      ]);
    });

    it("does not tell the referrer about the referee's invoice", async () => {
      const { id } = await pay(jane.customerId, 200, 'INV-SECRET');
      await reverse(app, tenant, id, { reason: 'Jane is ill' });
      const path = `/api/customers/${john.id}/export`;
      const { body } = await app.get<CustomerExportAnswer>(path, tenant.admin);
      expect(JSON.stringify(body)).not.toMatch(/INV-SECRET|Jane is ill/);
      expect(
        linesOf(body.referrals_as_referrer[0] as never).map((line) => line.replace(' by undefined', '')),
      ).toEqual(expect.arrayContaining(['referral.reversed: an invoice was refunded']));
    });

    it('voids rewards whose hold is not over, and they do not mature', async () => {
      await saveProgram(app, tenant, { ...FIRST_INVOICE_PROGRAM, referral_hold_days: 30 });
      const bob = await aFriendOf(app, tenant, john);
      const { id } = await pay(bob.customerId, 200);
      app.setClockAhead(29 * DAY_MS);
      await refund(id);
      expect(await referralOf(app, tenant, bob)).toMatchObject({
        status: 'reversed',
        referrer_reward: { status: 'voided', applied_at: null },
        referee_reward: { status: 'voided', applied_at: null },
      });
      app.setClockAhead(31 * DAY_MS);
      expect(await balanceOf(john.id)).toBe(0);
    });

    it('leaves the referral alone if its terms say so', async () => {
      await saveProgram(app, tenant, { ...FIRST_INVOICE_PROGRAM, referral_on_refund: 'keep' });
      const bob = await aFriendOf(app, tenant, john);
      const { id } = await pay(bob.customerId, 200);
      const before = (await referralOf(app, tenant, bob)).timeline;
      await refund(id);
      const { timeline, ...referral } = await referralOf(app, tenant, bob);
      expect(referral).toMatchObject({ status: 'qualified', referee_reward: { status: 'available' } });
      expect(timeline.slice(before.length).map(({ event }) => event)).toEqual(['reward.returned']);
      expect(await balanceOf(john.id)).toBe(20);
    });

    it('goes by the terms of the referral, whatever was saved since', async () => {
      await saveProgram(app, tenant, { ...FIRST_INVOICE_PROGRAM, referral_on_refund: 'keep' });
      await refund((await pay(jane.customerId, 200)).id);
      expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'reversed' });
    });

    it('records as the shortfall what the referrer has spent, and takes what comes back', async () => {
      const { id } = await pay(jane.customerId, 200);
      const spent = await pay(john.id, 15);
      expect(spent.credit_cents).toBe(15 * unit);
      await refund(id);
      const reward = (): Promise<unknown> => rewardOf(app, tenant, jane.referrerReward);
      expect(await reward()).toMatchObject({ status: 'reversed', shortfall_cents: 15 * unit });
      const { body } = await reverse(app, tenant, spent.id);
      expect(body.reversals).toMatchObject([{ credit_cents: 15 * unit, spendable_cents: 0 }]);
      expect(await reward()).toMatchObject({ shortfall_cents: 0 });
      expect(entriesOf(await creditOf(app, tenant, john.id)).slice(1)).toEqual([
        `capture ${-15 * unit} = ${5 * unit}`,
        `reverse ${-5 * unit} = 0`,
        `restore ${15 * unit} = ${15 * unit}`,
        `reverse ${-15 * unit} = 0`,
      ]);
    });

    it('does not let the referee spend what the refund takes back: their own credit on that invoice', async () => {
      const credit = { referral_reward_referee_type: 'credit', referral_reward_referee_value: 5 } as const;
      await saveProgram(app, tenant, { ...FIRST_INVOICE_PROGRAM, ...credit });
      const bob = await aFriendOf(app, tenant, john);
      const { id } = await pay(bob.customerId, 4);
      const { reversals } = await refund(id);
      expect(reversals).toMatchObject([
        { credit_cents: 4 * unit, spendable_cents: 0, refunded_cents: 4 * unit },
      ]);
      expect(await balanceOf(bob.customerId)).toBe(0);
      expect(await rewardOf(app, tenant, bob.refereeReward)).toMatchObject({
        status: 'reversed',
        shortfall_cents: 0,
      });
    });

    it('does not reverse the referral as long as some of the invoice is left, without a minimum', async () => {
      const { id } = await pay(jane.customerId, 200);
      await refund(id, 199);
      expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'applied' });
      await refund(id, 1);
      expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'reversed' });
    });

    it('concerns no other invoice, and no referral that something else qualified', async () => {
      await pay(jane.customerId, 200);
      await refund((await pay(jane.customerId, 50)).id);
      expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'applied' });
      const bob = await aFriendOf(app, tenant, john);
      await decide(app, tenant, `referrals/${bob.referralId}/approve`);
      await refund((await pay(bob.customerId, 200)).id);
      expect(await referralOf(app, tenant, bob)).toMatchObject({ status: 'qualified' });
      expect(await balanceOf(john.id)).toBe(40);
    });

    it('changes nothing about a referral that an admin has voided, which no invoice qualifies again', async () => {
      const { id } = await pay(jane.customerId, 200);
      await decide(app, tenant, `referrals/${jane.referralId}/void`);
      await refund(id);
      expect((await eventsOf(app, tenant)).filter((type) => type === 'referral.reversed')).toHaveLength(1);
      expect(told(await pay(jane.customerId, 200)).at(-1)).toBe(`${200 * unit}-0-0=${200 * unit}`);
      expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'reversed' });
    });

    it.each(['approve', 'void'])('ends the referral for admins: %s comes too late', async (decision) => {
      await refund((await pay(jane.customerId, 200)).id);
      await expectTooLate(app, tenant, `referrals/${jane.referralId}/${decision}`);
    });

    it('reverses a referral that an invoice qualified while it was held', async () => {
      await saveRules(app, tenant, { same_phone: 'hold', disposable_domain: 'hold' });
      const email = `held-${currency.toLowerCase()}@mailinator.com`;
      const { body } = await app.post<{ customer_id: string; referral: { referral_id: string } }>(
        '/api/enrollments',
        { tenant_slug: tenant.slug, name: 'Held', email, referral_code: john.code },
      );
      const held = { referralId: body.referral.referral_id };
      await refund((await pay(body.customer_id, 30)).id);
      const first = await pay(body.customer_id, 40);
      await pay(body.customer_id, 50);
      const [review] = await queueOf(app, tenant);
      await decide(app, tenant, `reviews/${review?.id ?? ''}/approve`);
      expect(await referralOf(app, tenant, held)).toMatchObject({ status: 'qualified' });
      await refund(first.id);
      expect(await referralOf(app, tenant, held)).toMatchObject({ status: 'reversed' });
      expect(await balanceOf(john.id)).toBe(0);
    });
  },
);
