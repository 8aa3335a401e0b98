import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { MyCodeAnswer, ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aReferrer, aTenant, redeem, saveProgram, type TestTenant } from '../support/factories.js';
import { decide, linesOf, REASON } from './decisions.js';
import { inVain } from './expectations.js';
import {
  aFriendOf,
  creditOf,
  DAY_MS,
  type Friend,
  referralOf,
  reverse,
  rewardOf,
} from './redemption-readings.js';
import { expectEverywhere, type Standing } from './standing.js';

const MINUTE = 60_000;
const CREDIT_FOR_BOTH = {
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_type: 'credit',
  referral_reward_referee_value: 5,
} as const;

const app = useTestApp();

describe.each(CURRENCIES)(
  'when a referral qualifies, and when its rewards can be used, in $currency',
  ({ currency, cents }) => {
    let tenant: TestTenant;
    let john: Awaited<ReturnType<typeof aReferrer>>;
    let jane: Friend;

    /** John refers Jane under that program. */
    async function refer(program: Partial<SaveConfigRequest>): Promise<void> {
      app.setClockAhead(0);
      tenant = await aTenant(app, { currency });
      john = await aReferrer(app, tenant);
      await saveProgram(app, tenant, program);
      jane = await aFriendOf(app, tenant, john);
    }

    const refereeReward = (): Promise<RewardAnswer> => rewardOf(app, tenant, jane.refereeReward);
    const referrerReward = (): Promise<RewardAnswer> => rewardOf(app, tenant, jane.referrerReward);
    const statementOf = (customer: string): Promise<CreditStatementAnswer> => creditOf(app, tenant, customer);
    const approve = (): Promise<Reply<ReferralDetailAnswer>> =>
      decide(app, tenant, `referrals/${jane.referralId}/approve`);
    const lines = async (): Promise<string[]> => linesOf(await referralOf(app, tenant, jane));
    const referralCount = async (): Promise<number> =>
      (await app.get<MyCodeAnswer>('/api/referrals/my-code', john.token)).body.referral_count;
    const expectStatuses = (...expected: Standing): Promise<void> =>
      expectEverywhere(app, tenant, john.token, expected);

    describe('referral_qualify_on', () => {
      it('enrollment: at once', async () => {
        await refer({ referral_qualify_on: 'enrollment' });
        await expectStatuses('qualified', 'available', 'available');
        expect(await lines()).toContain('referral.qualified by public: qualified by enrollment');
        expect(await referralCount()).toBe(1);
      });

      it('manual: when somebody approves, whatever is invoiced before', async () => {
        await refer({ referral_qualify_on: 'manual', ...CREDIT_FOR_BOTH });
        await expectStatuses('pending', 'pending', 'pending');
        const reward = await refereeReward();
        expect(reward).toMatchObject({ available_at: null, expires_at: null });
        const { body: invoice } = await redeem(app, tenant, jane.customerId);
        expect(invoice).toMatchObject({
          lines: [],
          left_out: [{ source: 'referral', id: reward.id, reason: 'not_available_yet' }],
        });
        app.setClockAhead(400 * DAY_MS);
        await expectStatuses('pending', 'pending', 'pending');
        expect([await referralCount(), (await statementOf(john.id)).balance_cents]).toEqual([0, 0]);
        const { status, body } = await approve();
        expect([status, body.status]).toEqual([200, 'applied']);
        expect(await lines()).toContain(`referral.qualified by admin:usr_test: approved: ${REASON}`);
        await expectStatuses('applied', 'applied', 'applied');
        expect([await referralCount(), (await statementOf(john.id)).balance_cents]).toEqual([1, cents(20)]);
      });

      it("first_invoice: with the referee's first invoice of an amount, which uses what it earned", async () => {
        await refer({ referral_qualify_on: 'first_invoice' });
        await expectStatuses('pending', 'pending', 'pending');
        await redeem(app, tenant, john.id, { amount_cents: 10_000 });
        await redeem(app, tenant, jane.customerId, { amount_cents: 0 });
        const request = {
          customer_id: jane.customerId,
          invoice_id: 'INV-1',
          currency,
          amount_cents: 10_000,
        };
        const preview = await inVain(app, () => app.post('/api/redemptions/preview', request, tenant.admin));
        expect(preview.body).toMatchObject({ discount_cents: 1000 });
        await expectStatuses('pending', 'pending', 'pending');
        const { body } = await redeem(app, tenant, jane.customerId, request);
        expect(body).toMatchObject({ discount_cents: 1000, lines: [{ source: 'referral' }] });
        await expectStatuses('qualified', 'available', 'applied');
        expect(await lines()).toContain('referral.qualified by admin:usr_test: qualified by invoice INV-1');
        await redeem(app, tenant, jane.customerId);
        const qualified = (await lines()).filter((line) => line.startsWith('referral.qualified'));
        expect(qualified).toHaveLength(1);
      });

      it('first_invoice: or when somebody approves before', async () => {
        await refer({ referral_qualify_on: 'first_invoice' });
        expect((await approve()).body).toMatchObject({ status: 'qualified' });
        expect((await redeem(app, tenant, jane.customerId)).body.discount_cents).toBe(1000);
        expect((await approve()).status).toBe(409);
      });
    });

    it('a referral keeps the settings of its version, whatever is saved after', async () => {
      await refer({ referral_qualify_on: 'manual', referral_hold_days: 10, referral_reward_expires_days: 5 });
      await saveProgram(app, tenant, {
        referral_enabled: false,
        referral_qualify_on: 'first_invoice',
        referral_hold_days: 0,
        referral_reward_expires_days: null,
      });
      expect((await redeem(app, tenant, jane.customerId)).body.lines).toEqual([]);
      await expectStatuses('pending', 'pending', 'pending');
      app.setClockAhead(3 * DAY_MS);
      const { body } = await approve();
      const qualifiedAt = Date.parse(
        body.timeline.find(({ event }) => event === 'referral.qualified')?.at ?? '',
      );
      expect(body.referee_reward).toMatchObject({
        status: 'pending',
        available_at: new Date(qualifiedAt + 10 * DAY_MS).toISOString(),
        expires_at: new Date(qualifiedAt + 15 * DAY_MS).toISOString(),
      });
    });

    describe('referral_hold_days', () => {
      it('hold a discount until they are over, which reading alone shows', async () => {
        await refer({ referral_hold_days: 14 });
        const reward = await refereeReward();
        const over = new Date(Date.parse(reward.created_at) + 14 * DAY_MS).toISOString();
        expect(reward).toMatchObject({ status: 'pending', available_at: over, expires_at: null });
        app.setClockAhead(14 * DAY_MS - MINUTE);
        await expectStatuses('qualified', 'pending', 'pending');
        expect((await redeem(app, tenant, jane.customerId)).body).toMatchObject({
          lines: [],
          left_out: [{ id: reward.id, reason: 'not_available_yet' }],
        });
        app.setClockAhead(14 * DAY_MS);
        await expectStatuses('qualified', 'available', 'available');
        expect((await redeem(app, tenant, jane.customerId)).body).toMatchObject({
          discount_cents: 1000,
          left_out: [],
        });
        expect(await lines()).toContain("reward.available by system: referee's 10 % can be used");
        await expectStatuses('qualified', 'available', 'applied');
      });

      it('hold a credit until they are over, and then it was on the account since', async () => {
        await refer({ ...CREDIT_FOR_BOTH, referral_hold_days: 14 });
        app.setClockAhead(14 * DAY_MS - MINUTE);
        await expectStatuses('qualified', 'pending', 'pending');
        expect(await statementOf(john.id)).toMatchObject({ balance_cents: 0, lots: [], entries: [] });
        app.setClockAhead(15 * DAY_MS);
        await expectStatuses('applied', 'applied', 'applied');
        const unbooked = [await referrerReward(), await refereeReward()];
        for (const { applied_at, available_at } of unbooked) expect(applied_at).toBe(available_at);
        const { referrer_reward } = await referralOf(app, tenant, jane);
        expect(referrer_reward?.applied_at).toBe(unbooked[0]?.available_at);
        expect(await statementOf(john.id)).toMatchObject({
          balance_cents: cents(20),
          lots: [{ remaining_cents: cents(20), expires_at: null }],
          entries: [{ kind: 'grant', amount_cents: cents(20) }],
        });
        expect((await redeem(app, tenant, jane.customerId)).body).toMatchObject({ credit_cents: cents(5) });
        // Booked or not, it reads the same.
        expect([await referrerReward(), await refereeReward()]).toEqual(unbooked);
        expect(await statementOf(john.id)).toMatchObject({ balance_cents: cents(20) });
        expect(await app.database.count('credit_lot where tenant_id = $1', [tenant.id])).toBe(2);
      });
    });

    describe('referral_reward_expires_days', () => {
      it('end a discount that nobody used, which reading alone shows', async () => {
        await refer({ referral_hold_days: 10, referral_reward_expires_days: 30 });
        const reward = await refereeReward();
        const created = Date.parse(reward.created_at);
        expect(reward.expires_at).toBe(new Date(created + 40 * DAY_MS).toISOString());
        app.setClockAhead(40 * DAY_MS - MINUTE);
        await expectStatuses('qualified', 'available', 'available');
        const { body: used } = await redeem(app, tenant, john.id);
        expect(used.discount_cents).toBe(1000);
        app.setClockAhead(40 * DAY_MS);
        await expectStatuses('qualified', 'applied', 'expired');
        expect((await redeem(app, tenant, jane.customerId)).body).toMatchObject({
          lines: [],
          left_out: [],
          total_cents: 10_000,
        });
        await expectStatuses('qualified', 'applied', 'expired');
        expect(await lines()).toContain("reward.expired by system: referee's 10 % expired unused");
        // What comes back after its end is not usable either.
        await reverse(app, tenant, used.id);
        await expectStatuses('unrewarded', 'expired', 'expired');
        expect((await redeem(app, tenant, john.id)).body.lines).toEqual([]);
      });

      it('end what is left of a credit, and none of it pays an invoice any more', async () => {
        await refer({ ...CREDIT_FOR_BOTH, referral_reward_expires_days: 30 });
        expect((await statementOf(john.id)).lots).toMatchObject([
          { expires_at: (await referrerReward()).expires_at },
        ]);
        await redeem(app, tenant, john.id, { amount_cents: cents(7) });
        app.setClockAhead(30 * DAY_MS - MINUTE);
        expect(await statementOf(john.id)).toMatchObject({ balance_cents: cents(13) });
        app.setClockAhead(30 * DAY_MS);
        expect(await statementOf(john.id)).toMatchObject({
          balance_cents: 0,
          lots: [],
          entries: [{ kind: 'expire', amount_cents: cents(-13) }, { kind: 'capture' }, { kind: 'grant' }],
        });
        expect((await redeem(app, tenant, jane.customerId)).body).toMatchObject({
          lines: [],
          credit_cents: 0,
        });
        await expectStatuses('applied', 'applied', 'applied');
      });

      it('end a credit that nobody looked at between its hold and its end', async () => {
        await refer({ ...CREDIT_FOR_BOTH, referral_hold_days: 10, referral_reward_expires_days: 30 });
        app.setClockAhead(41 * DAY_MS);
        expect((await redeem(app, tenant, john.id)).body).toMatchObject({ lines: [], credit_cents: 0 });
        expect((await statementOf(john.id)).entries).toMatchObject([{ kind: 'expire' }, { kind: 'grant' }]);
      });
    });
  },
);
