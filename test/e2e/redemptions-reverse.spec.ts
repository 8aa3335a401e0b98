import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aPromo,
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  type TestTenant,
} from '../support/factories.js';
import { changed, eventsOf, expectInvalid, expectProblem, inVain } from './expectations.js';
import {
  aFriendOf,
  creditOf,
  dataOf,
  DAY_MS,
  entriesOf,
  type Friend,
  newsOf,
  REDEMPTIONS,
  referralOf,
  reverse,
  rewardOf,
  told,
} from './redemption-readings.js';

const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

const app = useTestApp();

describe.each(CURRENCIES)('/api/redemptions/:id/reverse, in $currency', ({ currency }) => {
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app, { currency })));

  const invoice = { invoice_id: 'NR-1', amount_cents: 4000 };
  const used = [
    'promo 4000-2000=2000',
    'referral 2000-200=1800',
    'credit 1800-700=1100',
    'credit 1100-300=800',
    '4000-2200-1000=800',
  ];

  /** Jane has a promo, a reward and two lots of credit, and used all of it on an invoice. */
  async function spent(): Promise<{
    jane: Friend;
    lots: CreditStatementAnswer['lots'];
    redemption: RedemptionAnswer;
  }> {
    const { code } = await aPromo(app, tenant, { discount_value: 50, combinable_with_referral: true });
    const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant), code);
    await grantCredit(app, tenant, jane.customerId, 300, inDays(20));
    const { lots } = await grantCredit(app, tenant, jane.customerId, 700, inDays(10));
    const { body } = await redeem(app, tenant, jane.customerId, invoice);
    expect(told(body)).toEqual(used);
    return { jane, lots, redemption: body };
  }

  const restoredOf = ({ lines }: RedemptionAnswer): number[] => lines.map((line) => line.restored_cents);

  it('returns every line of a full reversal, with the actor, time and reason', async () => {
    const { redemption } = await spent();
    const { status, body } = await reverse(app, tenant, redemption.id, { reason: 'void: sent twice' });
    const [reversal] = body.reversals;
    expect({ status, body }).toEqual({
      status: 200,
      body: changed(redemption, {
        status: 'reversed',
        lines: redemption.lines.map((line) =>
          changed(line, { restored_cents: line.source === 'credit' ? line.amount_cents : 0 }),
        ),
        reversed_cents: 3200,
        restored_credit_cents: 1000,
        refunded_cents: 4000,
        reversals: [
          {
            id: reversal?.id,
            ...{ amount_cents: 3200, credit_cents: 1000, refunded_cents: 4000, spendable_cents: 1000 },
            reason: 'void: sent twice',
            actor: 'admin:usr_test',
            created_at: reversal?.created_at,
          },
        ],
      }),
    });
    expect(reversal?.id).toMatch(/^rev_[0-9a-z]{26}$/);
    expect(reversal?.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect((await app.get(`${REDEMPTIONS}/${redemption.id}`, tenant.admin)).body).toEqual(body);
  });

  it('returns all credit to its lots with their expiry, and the ledger adds up', async () => {
    const { jane, lots, redemption } = await spent();
    expect(await creditOf(app, tenant, jane.customerId)).toMatchObject({ balance_cents: 0, lots: [] });
    await reverse(app, tenant, redemption.id);
    const credit = await creditOf(app, tenant, jane.customerId);
    expect(credit).toMatchObject({ balance_cents: 1000, lots });
    expect(lots.map(({ id }) => id)).toEqual(redemption.lines.slice(2).map(({ lot_id }) => lot_id));
    expect(entriesOf(credit)).toEqual([
      'grant 300 = 300',
      'grant 700 = 1000',
      'capture -700 = 300',
      'capture -300 = 0',
      'restore 700 = 700',
      'restore 300 = 1000',
    ]);
    expect(credit.entries[0]).toMatchObject({
      redemption_id: redemption.id,
      invoice_id: 'NR-1',
      reason: 'refunded',
    });
    expect((await app.get('/api/ledger/verify', tenant.admin)).body).toMatchObject({
      valid: true,
      entries: 6,
    });
  });

  it('makes discounts available again, so that the next invoice equals the first', async () => {
    const { jane, redemption } = await spent();
    await reverse(app, tenant, redemption.id);
    expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject({
      status: 'available',
      applied_at: null,
      redemption_id: null,
      used_cents: 0,
      shortfall_cents: 0,
    });
    const next = await redeem(app, tenant, jane.customerId, { amount_cents: 4000 });
    expect(told(next.body)).toEqual(used);
    const more = await redeem(app, tenant, jane.customerId, { amount_cents: 4000 });
    expect(told(more.body)).toEqual(['4000-0-0=4000']);
  });

  it('sets the referral back from applied, and records the reason in its timeline', async () => {
    const john = await aReferrer(app, tenant);
    const jane = await aFriendOf(app, tenant, john);
    await redeem(app, tenant, jane.customerId, { invoice_id: 'NR-2' });
    const { body } = await redeem(app, tenant, john.id, { invoice_id: 'NR-3' });
    expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'applied', rewards_applied: true });
    await reverse(app, tenant, body.id);
    expect(await referralOf(app, tenant, jane)).toMatchObject({
      status: 'qualified',
      rewards_applied: false,
      referrer_reward: { status: 'available', applied_at: null, redemption_id: null },
      referee_reward: { status: 'applied' },
    });
    expect(await newsOf(app, tenant, jane)).toEqual([
      "reward.applied by admin:usr_test: referee's 10 % used on invoice NR-2",
      "reward.applied by admin:usr_test: referrer's 10 % used on invoice NR-3",
      "reward.returned by admin:usr_test: referrer's 10 % given back: invoice NR-3 was reversed",
    ]);
  });

  it('sends events of a full reversal', async () => {
    const { jane, redemption } = await spent();
    const before = await eventsOf(app, tenant);
    const { body } = await reverse(app, tenant, redemption.id);
    expect(await eventsOf(app, tenant)).toEqual([...before, 'reward.returned', 'redemption.reversed']);
    expect(await dataOf(app, tenant, 'redemption.reversed')).toEqual([
      {
        redemption_id: redemption.id,
        reversal_id: body.reversals[0]?.id,
        amount_cents: 3200,
        credit_cents: 1000,
        refunded_cents: 4000,
      },
    ]);
    expect(await dataOf(app, tenant, 'reward.returned')).toMatchObject([
      { reward_id: jane.refereeReward, redemption_id: redemption.id },
    ]);
  });

  it('refuses the same invoice again after all of it was reversed, and uses nothing', async () => {
    const { jane, redemption } = await spent();
    const { body: partly } = await reverse(app, tenant, redemption.id, { amount_cents: 1 });
    const repeated = await inVain(app, () => redeem(app, tenant, jane.customerId, invoice));
    expect({ status: repeated.status, body: repeated.body }).toEqual({ status: 200, body: partly });
    await reverse(app, tenant, redemption.id);
    const again = await inVain(app, () => redeem(app, tenant, jane.customerId, invoice));
    expectProblem(again, 409, 'redemption_reversed');
    const other = await inVain(app, () =>
      redeem(app, tenant, jane.customerId, changed(invoice, { amount_cents: 1 })),
    );
    expectProblem(other, 409, 'invoice_already_redeemed');
  });

  // 1000 of 3200 is credit: round(1000 × reversed / 3200), minus earlier reversals; the last lot, of 300, comes first.
  it('returns credit in proportion, adding up to the whole, and discounts with the last part', async () => {
    const { jane, redemption } = await spent();
    const steps: [amount: number, credit: number, restored: number[]][] = [
      [801, 250, [0, 0, 0, 250]], // 250.3125
      [1, 1, [0, 0, 0, 251]], // 250.625
      [798, 249, [0, 0, 200, 300]], // 500
      [8, 3, [0, 0, 203, 300]], // 502.5, up
      [1591, 497, [0, 0, 700, 300]], // 999.6875
    ];
    let balance = 0;
    for (const [index, [amount_cents, credit, restored]] of steps.entries()) {
      const { status, body } = await reverse(app, tenant, redemption.id, { amount_cents });
      balance += credit;
      expect({ status, restored: restoredOf(body) }).toEqual({ status: 200, restored });
      expect(body.reversals).toHaveLength(index + 1);
      expect(body.reversals[index]).toMatchObject({ amount_cents, credit_cents: credit });
      expect(body).toMatchObject({ status: 'partially_reversed', restored_credit_cents: balance });
      expect((await creditOf(app, tenant, jane.customerId)).balance_cents).toBe(balance);
      const reward = await rewardOf(app, tenant, jane.refereeReward);
      expect(reward).toMatchObject({ status: 'applied', used_cents: 200 });
    }
    const last = await reverse(app, tenant, redemption.id, { amount_cents: 1 });
    expect(last.body).toMatchObject({
      status: 'reversed',
      reversed_cents: 3200,
      restored_credit_cents: 1000,
    });
    expect(last.body.reversals.at(-1)).toMatchObject({ amount_cents: 1, credit_cents: 0 });
    expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject({ status: 'available' });
    const next = await redeem(app, tenant, jane.customerId, { amount_cents: 4000 });
    expect(told(next.body)).toEqual(used);
  });

  it('keeps the promo used after a partial reversal, and then returns everything that remains', async () => {
    const { jane, redemption } = await spent();
    await reverse(app, tenant, redemption.id, { amount_cents: 3199 });
    const next = await redeem(app, tenant, jane.customerId, { amount_cents: 100 });
    expect(told(next.body)).toEqual(['credit 100-100=0', '100-0-100=0']);
    const { body } = await reverse(app, tenant, redemption.id);
    expect(body).toMatchObject({ status: 'reversed', reversed_cents: 3200, restored_credit_cents: 1000 });
    expect(body.reversals.map(({ amount_cents }) => amount_cents)).toEqual([3199, 1]);
    expect((await creditOf(app, tenant, jane.customerId)).balance_cents).toBe(900);
  });

  it('refuses more than was applied or remains, and changes nothing', async () => {
    const { redemption } = await spent();
    const refused = async (amount_cents: number): Promise<void> => {
      const reply = await inVain(app, () => reverse(app, tenant, redemption.id, { amount_cents }));
      const { errors } = expectInvalid(reply, 'amount_cents');
      expect(errors).toMatchObject([{ field: 'amount_cents', code: 'more_than_applied' }]);
    };
    await refused(3201);
    await refused(1_000_000_000_000);
    await reverse(app, tenant, redemption.id, { amount_cents: 200 });
    await refused(3001);
    const { body } = await reverse(app, tenant, redemption.id, { amount_cents: 3000 });
    expect(body.status).toBe('reversed');
  });

  it('refuses a second full reversal, and returns nothing twice', async () => {
    const { redemption } = await spent();
    await reverse(app, tenant, redemption.id);
    for (const given of [{}, { amount_cents: 1 }]) {
      const reply = await inVain(app, () => reverse(app, tenant, redemption.id, given));
      expectProblem(reply, 409, 'redemption_already_reversed');
    }
  });

  it('reverses a redemption that used nothing once, and not partially', async () => {
    const { id } = await aCustomer(app, tenant);
    const { body: nothing } = await redeem(app, tenant, id);
    const part = await inVain(app, () => reverse(app, tenant, nothing.id, { amount_cents: 1 }));
    expectInvalid(part, 'amount_cents');
    const { body } = await reverse(app, tenant, nothing.id);
    expect(body).toMatchObject({ status: 'reversed', reversed_cents: 0, restored_credit_cents: 0 });
    expect(body.reversals).toMatchObject([{ amount_cents: 0, credit_cents: 0 }]);
    const again = await inVain(app, () => reverse(app, tenant, nothing.id));
    expectProblem(again, 409, 'redemption_already_reversed');
  });
});
