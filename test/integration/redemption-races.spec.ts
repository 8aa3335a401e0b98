import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { expectSoundLedger } from '../e2e/decisions.js';
import * as readings from '../e2e/redemption-readings.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  atOnce,
  enroll,
  grantCredit,
  redeem,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { meetingAt, refusalsOf, theCustomer } from './meeting.js';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const app = useTestApp();
let tenant: TestTenant;

afterEach(() => expectSoundLedger(app, tenant));

const count = (from: string): Promise<number> =>
  app.database.count(`${from} and tenant_id = $1`, [tenant.id]);
const creditOf = (customer: string): Promise<CreditStatementAnswer> =>
  readings.creditOf(app, tenant, customer);
const reverse = (id: string, amount_cents?: number): Promise<Reply<RedemptionAnswer>> =>
  readings.reverse(app, tenant, id, amount_cents === undefined ? {} : { amount_cents });
const adjust = (customer: string, amount_cents: number): Promise<Reply> =>
  app.post(`/api/customers/${customer}/credit/adjustments`, { amount_cents, reason: 'a test' }, tenant.admin);

/** Somebody with a promo, a discount of each side and credit: 100.00 become 80.00, 72.00, 64.80 and 49.80. */
async function richCustomer(): Promise<string> {
  const { code: referral_code } = await aReferrer(app, tenant);
  const { code: promo_code } = await aPromo(app, tenant, { combinable_with_referral: true });
  const { customer_id } = await aReferee(app, tenant, { referral_code, promo_code });
  const { code } = await readings.sharing(app, tenant, { customerId: customer_id });
  await aReferee(app, tenant, { referral_code: code });
  await grantCredit(app, tenant, customer_id, 1500);
  return customer_id;
}

describe.each(CURRENCIES)('the billing system, many calls at once, in $currency', ({ currency }) => {
  beforeEach(async () => (tenant = await aTenant(app, { currency })));

  it('gives fifty identical redemptions one effect and one answer', async () => {
    const customer = await richCustomer();
    const replies = await meetingAt(app, theCustomer(tenant, customer), () =>
      atOnce(50, () => redeem(app, tenant, customer, { invoice_id: 'INV-1' })),
    );
    expect(statuses(replies)).toEqual({ 201: 1, 200: 49 });
    const first = replies.find(({ status }) => status === 201)?.body;
    for (const { body } of replies) expect(body).toEqual(first);
    expect(first).toMatchObject({ discount_cents: 3520, credit_cents: 1500, total_cents: 4980 });
    expect(first?.lines.map(({ source }) => source)).toEqual(['promo', 'referral', 'referral', 'credit']);
    expect(await count('redemption where true')).toBe(1);
    expect(await count('redemption_line where true')).toBe(4);
    expect(await count(`reward where status = 'applied' and redemption_id = '${first?.id ?? ''}'`)).toBe(2);
    expect(await count(`enrollment where promo_redemption_id = '${first?.id ?? ''}'`)).toBe(1);
    expect(await count(`credit_entry where kind = 'capture'`)).toBe(1);
    expect(await count(`outbox_event where type = 'redemption.applied'`)).toBe(1);
    expect(await count(`outbox_event where type = 'reward.applied'`)).toBe(2);
    expect(await creditOf(customer)).toMatchObject({ balance_cents: 0, lots: [] });
  });

  it('uses each discount on one of thirty invoices', async () => {
    const customer = await richCustomer();
    const replies = await meetingAt(app, theCustomer(tenant, customer), () =>
      atOnce(30, () => redeem(app, tenant, customer)),
    );
    expect(statuses(replies)).toEqual({ 201: 30 });
    const lines = replies.flatMap(({ body }) => body.lines).filter(({ source }) => source !== 'credit');
    const used = lines.map(({ reward_id, promo_id }) => reward_id ?? promo_id);
    expect([used.length, new Set(used).size]).toEqual([3, 3]);
  });

  it.each([
    ['more than there is', 700, 10_000],
    ['all there is, to the cent', 400, 12_000],
    ['less than there is', 200, 6_000],
  ])(
    'never spends more than the balance when thirty invoices ask for %s',
    async (_, amount_cents, captured) => {
      const { id } = await aCustomer(app, tenant);
      const balance = amount_cents === 400 ? 12_000 : 10_000;
      await grantCredit(app, tenant, id, balance - 7500);
      await grantCredit(app, tenant, id, 5000, '2090-01-01T00:00:00Z');
      await grantCredit(app, tenant, id, 2500, '2089-01-01T00:00:00Z');
      const replies = await meetingAt(app, theCustomer(tenant, id), () =>
        atOnce(30, () => redeem(app, tenant, id, { amount_cents })),
      );
      expect(statuses(replies)).toEqual({ 201: 30 });
      expect(sum(replies.map(({ body }) => body.credit_cents))).toBe(captured);
      expect(sum(replies.map(({ body }) => body.total_cents))).toBe(30 * amount_cents - captured);
      const { balance_cents, lots } = await creditOf(id);
      expect(balance_cents).toBe(balance - captured);
      expect(sum(lots.map(({ remaining_cents }) => remaining_cents))).toBe(balance - captured);
    },
  );

  it('redeems an invoice for one of two customers who claim it at once, and tells the other', async () => {
    const customers = [await richCustomer(), await richCustomer()];
    const replies = await meetingAt(app, ['lock table redemption in share row exclusive mode'], () =>
      atOnce(20, (index) => redeem(app, tenant, customers[index % 2] ?? '', { invoice_id: 'INV-1' })),
    );
    expect(statuses(replies)).toEqual({ 201: 1, 200: 9, 409: 10 });
    expect(refusalsOf(replies)).toEqual(['invoice_already_redeemed']);
    expect(await count('redemption where true')).toBe(1);
    const winner = replies.find(({ status }) => status === 201)?.body.customer_id;
    const [loser = ''] = customers.filter((customer) => customer !== winner);
    expect(await creditOf(loser)).toMatchObject({ balance_cents: 1500 });
    const { body } = await redeem(app, tenant, loser);
    expect(body).toMatchObject({ discount_cents: 3520, credit_cents: 1500 });
  });

  it('redeems an invoice for one of twenty customers who claim it at once', async () => {
    const customers = await atOnce(20, () => aCustomer(app, tenant));
    const replies = await meetingAt(app, ['lock table redemption in share row exclusive mode'], () =>
      atOnce(20, (index) => redeem(app, tenant, customers[index]?.id ?? '', { invoice_id: 'INV-1' })),
    );
    expect(statuses(replies)).toEqual({ 201: 1, 409: 19 });
    expect(refusalsOf(replies)).toEqual(['invoice_already_redeemed']);
    expect(await count('redemption where true')).toBe(1);
    expect(await count("outbox_event where type = 'redemption.applied'")).toBe(1);
  });

  it('reverses a redemption once when twenty callers ask for the whole of it', async () => {
    const customer = await richCustomer();
    const { body: redemption } = await redeem(app, tenant, customer);
    const replies = await meetingAt(app, theCustomer(tenant, customer), () =>
      atOnce(20, () => reverse(redemption.id)),
    );
    expect(statuses(replies)).toEqual({ 200: 1, 409: 19 });
    expect(refusalsOf(replies)).toEqual(['redemption_already_reversed']);
    expect(await creditOf(customer)).toMatchObject({ balance_cents: 1500 });
    expect(await count(`credit_entry where kind = 'restore'`)).toBe(1);
    expect(await count('redemption_reversal where true')).toBe(1);
    expect(await count(`reward where status = 'available' and redemption_id is null`)).toBe(4);
    const { body: next } = await redeem(app, tenant, customer);
    expect(next).toMatchObject({ discount_cents: 3520, credit_cents: 1500 });
  });

  it('never reverses more than was applied in thirty parts at once', async () => {
    const customer = await richCustomer();
    const { body: redemption } = await redeem(app, tenant, customer);
    const applied = redemption.discount_cents + redemption.credit_cents; // 5020
    const replies = await meetingAt(app, theCustomer(tenant, customer), () =>
      atOnce(30, () => reverse(redemption.id, 300)),
    );
    expect(statuses(replies)).toEqual({ 200: 16, 422: 14 });
    expect(refusalsOf(replies)).toEqual(['validation_failed']);
    const { body } = await app.get<RedemptionAnswer>(`/api/redemptions/${redemption.id}`, tenant.admin);
    const restored = Math.round((1500 * 4800) / applied);
    expect(body).toMatchObject({
      status: 'partially_reversed',
      reversed_cents: 4800,
      restored_credit_cents: restored,
    });
    expect(sum(body.reversals.map(({ amount_cents }) => amount_cents))).toBe(4800);
    expect(sum(body.reversals.map(({ credit_cents }) => credit_cents))).toBe(restored);
    expect((await creditOf(customer)).balance_cents).toBe(restored);
    expect(await count(`reward where status = 'applied'`)).toBe(2);
  });

  it('gives back all of it, and no more, when parts and wholes are reversed at once', async () => {
    const customer = await richCustomer();
    const { body: redemption } = await redeem(app, tenant, customer);
    const replies = await meetingAt(app, theCustomer(tenant, customer), () =>
      atOnce(20, (index) => reverse(redemption.id, index % 2 === 0 ? 251 : undefined)),
    );
    const { 200: done = 0, 409: late = 0 } = statuses(replies);
    expect([done > 0, done + late]).toEqual([true, 20]);
    const { body } = await app.get<RedemptionAnswer>(`/api/redemptions/${redemption.id}`, tenant.admin);
    expect(body).toMatchObject({ status: 'reversed', reversed_cents: 5020, restored_credit_cents: 1500 });
    expect((await creditOf(customer)).balance_cents).toBe(1500);
  });

  it('takes credit by hand from forty callers at once until it is gone, and never below', async () => {
    const { id } = await aCustomer(app, tenant);
    await grantCredit(app, tenant, id, 2000);
    await grantCredit(app, tenant, id, 3000, '2090-01-01T00:00:00Z');
    const replies = await meetingAt(app, theCustomer(tenant, id), () => atOnce(40, () => adjust(id, -300)));
    expect(statuses(replies)).toEqual({ 201: 16, 422: 24 });
    expect(await creditOf(id)).toMatchObject({ balance_cents: 200, lots: [{ remaining_cents: 200 }] });
  });
});

it('keeps count while friends enroll, invoices are paid and credit is adjusted, all of one customer', async () => {
  tenant = await aTenant(app, { currency: 'KWD' });
  await saveProgram(app, tenant, { referral_reward_type: 'credit', referral_reward_value: 5 });
  const john = await aReferrer(app, tenant);
  await grantCredit(app, tenant, john.id, 100);
  let spent = 0;
  const verified: unknown[] = [];
  const verify = async (): Promise<Reply> => {
    const reply = await app.get<VerificationAnswer>('/api/ledger/verify', tenant.admin);
    verified.push(reply.body.first_failure);
    return reply;
  };
  for (let wave = 0; wave < 4; wave++) {
    const calls: (() => Promise<Reply>)[] = [
      () => redeem(app, tenant, john.id, { amount_cents: 7000 }),
      () => adjust(john.id, 10),
      () => enroll(app, tenant, { referral_code: john.code }),
      verify,
    ];
    const replies = await meetingAt(app, theCustomer(tenant, john.id), () =>
      atOnce(40, (index) => (calls[index % 4] ?? verify)()),
    );
    expect(statuses(replies)).toEqual({ 200: 10, 201: 30 });
    spent += sum(replies.map(({ body }) => (body as Partial<RedemptionAnswer>).credit_cents ?? 0));
  }
  expect(verified).toEqual(Array.from({ length: 40 }, () => null));
  expect(await count(`reward where role = 'referrer' and status = 'applied'`)).toBe(40);
  expect(spent).toBeGreaterThan(0);
  expect((await creditOf(john.id)).balance_cents).toBe(100 + 40 * 5000 + 40 * 10 - spent);
});
