import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { expectSoundLedger } from './decisions.js';
import { expectInvalid, expectProblem, inVain } from './expectations.js';
import { aFriendOf, creditOf, DAY_MS, refereeGets, reverse, rewardOf } from './redemption-readings.js';

const app = useTestApp();

describe.each(CURRENCIES)(
  'a reversal by what was refunded of the invoice, in $currency',
  ({ currency, cents }) => {
    const unit = cents(1);
    let tenant: TestTenant;

    beforeEach(async () => (tenant = await aTenant(app, { currency })));
    afterEach(() => expectSoundLedger(app, tenant));

    const reversed = async (id: string, given: Parameters<typeof reverse>[3]): Promise<RedemptionAnswer> => {
      const { status, body } = await reverse(app, tenant, id, given);
      expect(status).toBe(200);
      return body;
    };
    /** The steps of a redemption's reversals: `refunded: discounts and credit, credit, of which can be spent`. */
    const stepsOf = ({ reversals }: RedemptionAnswer): string[] =>
      reversals.map(
        ({ refunded_cents, amount_cents, credit_cents, spendable_cents }) =>
          `${refunded_cents}: ${amount_cents}, ${credit_cents}, ${spendable_cents}`,
      );
    /** A customer with credit, and an invoice. @param amounts in the smallest unit */
    async function paid(credit: readonly number[], amount_cents: number): Promise<RedemptionAnswer> {
      const { id } = await aCustomer(app, tenant);
      for (const cents of credit) await grantCredit(app, tenant, id, cents);
      return (await redeem(app, tenant, id, { amount_cents })).body;
    }

    it('returns half of the credit for half of the invoice', async () => {
      const { id, customer_id } = await paid([4 * unit], 100 * unit);
      const body = await reversed(id, { refunded_cents: 50 * unit });
      expect(body).toMatchObject({
        status: 'partially_reversed',
        reversed_cents: 2 * unit,
        restored_credit_cents: 2 * unit,
        refunded_cents: 50 * unit,
        lines: [{ source: 'credit', amount_cents: 4 * unit, restored_cents: 2 * unit }],
      });
      expect(stepsOf(body)).toEqual([`${50 * unit}: ${2 * unit}, ${2 * unit}, ${2 * unit}`]);
      expect((await creditOf(app, tenant, customer_id)).balance_cents).toBe(2 * unit);
    });

    it('returns the share of each line, so that parts add up to the whole', async () => {
      await saveProgram(app, tenant, refereeGets('discount_percent', 10));
      const { customerId, refereeReward } = await aFriendOf(app, tenant, await aReferrer(app, tenant));
      await grantCredit(app, tenant, customerId, 101);
      await grantCredit(app, tenant, customerId, 51);
      const { body } = await redeem(app, tenant, customerId, { amount_cents: 1001 }); // 100 of discount, 101 + 51 of credit
      expect(body).toMatchObject({ discount_cents: 100, credit_cents: 152, total_cents: 749 });
      // 333 of 1001: 33.27, 33.60, 16.97; 667: 66.63, 67.30, 33.98; 1000: 99.90, 100.90, 50.95
      for (const refunded_cents of [333, 334, 333]) await reversed(body.id, { refunded_cents });
      expect(await rewardOf(app, tenant, refereeReward)).toMatchObject({ status: 'applied' });
      const last = await reversed(body.id, { refunded_cents: 1 });
      expect(stepsOf(last)).toEqual(['333: 84, 51, 51', '334: 84, 50, 50', '333: 84, 51, 51', '1: 0, 0, 0']);
      expect(last).toMatchObject({ status: 'reversed', reversed_cents: 252, refunded_cents: 1001 });
      expect(await rewardOf(app, tenant, refereeReward)).toMatchObject({ status: 'available' });
      expectProblem(
        await reverse(app, tenant, body.id, { refunded_cents: 1 }),
        409,
        'redemption_already_reversed',
      );
    });

    it('derives the refunded part from an amount of discounts and credit, and both can be mixed', async () => {
      const { id, customer_id } = await paid([25 * unit], 100 * unit);
      await reversed(id, { amount_cents: 10 * unit });
      await reversed(id, { refunded_cents: 20 * unit });
      const body = await reversed(id, {});
      expect(stepsOf(body)).toEqual([
        `${40 * unit}: ${10 * unit}, ${10 * unit}, ${10 * unit}`,
        `${20 * unit}: ${5 * unit}, ${5 * unit}, ${5 * unit}`,
        `${40 * unit}: ${10 * unit}, ${10 * unit}, ${10 * unit}`,
      ]);
      expect((await creditOf(app, tenant, customer_id)).balance_cents).toBe(25 * unit);
    });

    it('records the refund of an invoice without discounts and credit', async () => {
      const { id } = await paid([], 100 * unit);
      const body = await reversed(id, { refunded_cents: 30 * unit });
      expect(body).toMatchObject({
        status: 'partially_reversed',
        reversed_cents: 0,
        refunded_cents: 30 * unit,
      });
      expect(await reversed(id, {})).toMatchObject({ status: 'reversed', refunded_cents: 100 * unit });
    });

    it('says that expired credit cannot be spent', async () => {
      const { id: customer } = await aCustomer(app, tenant);
      await grantCredit(app, tenant, customer, 300, new Date(Date.now() + DAY_MS).toISOString());
      await grantCredit(app, tenant, customer, 500);
      const { body } = await redeem(app, tenant, customer, { amount_cents: 800 });
      app.setClockAhead(2 * DAY_MS);
      expect(stepsOf(await reversed(body.id, {}))).toEqual(['800: 800, 800, 500']);
    });

    it('refuses more than is left of the invoice, and stores nothing', async () => {
      const { id } = await paid([4 * unit], 100 * unit);
      await reversed(id, { refunded_cents: 60 * unit });
      const reply = await inVain(app, () => reverse(app, tenant, id, { refunded_cents: 40 * unit + 1 }));
      expect(expectInvalid(reply, 'refunded_cents').errors).toMatchObject([
        {
          code: 'more_than_invoice',
          message: `refunded_cents must not exceed the ${40 * unit} that can still be refunded`,
        },
      ]);
      const none = await paid([], 0);
      expectInvalid(
        await inVain(app, () => reverse(app, tenant, none.id, { refunded_cents: 1 })),
        'refunded_cents',
      );
    });

    it('refuses both amounts together, and stores nothing', async () => {
      const { id } = await paid([4 * unit], 100 * unit);
      const both = { amount_cents: 1, refunded_cents: 1 };
      const reply = await inVain(app, () => reverse(app, tenant, id, both));
      expect(expectInvalid(reply, 'refunded_cents').errors).toMatchObject([{ code: 'only_one_of' }]);
    });
  },
);
