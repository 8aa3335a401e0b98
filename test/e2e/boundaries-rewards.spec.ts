import { DueSweepService } from '../../src/app/jobs/due-sweep.service.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { LiabilityAnswer } from '../../src/reports/analytics/liability.dto.js';
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
import { foundAround, inDays, type Scene } from './boundaries.js';
import { aFriendOf, creditOf, entriesOf, type Friend, reverse, rewardOf } from './redemption-readings.js';

const HELD = { referral_hold_days: 14 };
const SHORT = { referral_reward_expires_days: 30 };
const CREDIT = {
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_type: 'credit',
  referral_reward_referee_value: 5,
} as const;
const [MONTH_ENDS, YEAR_ENDS] = [new Date('2031-04-01T00:00:00.000Z'), new Date('2032-01-01T00:00:00.000Z')];

type TestOwner = Pick<Friend, 'customerId'>;

/** What is looked at, how, and what is found before the moment and from then on. */
type Look<Subject> = [
  what: string,
  look: (subject: Subject) => Promise<unknown>,
  before: unknown,
  then: unknown,
];

describe('at the millisecond at which', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  const aFriend = async (program: Parameters<typeof saveProgram>[2]): Promise<Friend> => {
    await saveProgram(app, tenant, program);
    return aFriendOf(app, tenant, await aReferrer(app, tenant));
  };
  const status = async ({ refereeReward }: Friend): Promise<string> =>
    (await rewardOf(app, tenant, refereeReward)).status;
  const discount = async ({ customerId }: TestOwner): Promise<number> =>
    (await redeem(app, tenant, customerId)).body.discount_cents;
  const credit = async ({ customerId }: TestOwner): Promise<number> =>
    (await redeem(app, tenant, customerId)).body.credit_cents;
  const preview = async ({ customerId: customer_id }: TestOwner): Promise<number[]> => {
    const request = { customer_id, invoice_id: 'INV-P', currency: tenant.currency, amount_cents: 10_000 };
    const { body } = await app.post<RedemptionAnswer>('/api/redemptions/preview', request, tenant.admin);
    return [body.discount_cents, body.credit_cents];
  };
  const statement = async ({ customerId }: TestOwner): Promise<unknown[]> => {
    const { balance_cents, lots, ...rest } = await creditOf(app, tenant, customerId);
    return [balance_cents, lots.length, ...entriesOf({ ...rest, balance_cents, lots })];
  };
  const owed = async (): Promise<number[]> => {
    const { body } = await app.get<LiabilityAnswer>('/api/analytics/liability', tenant.admin);
    const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
    const discounts = sum(body.unused_discounts.map(({ percent_count }) => percent_count));
    const lots = sum(body.outstanding_credit.map(({ cents }) => cents));
    return [discounts, lots];
  };
  const adjusted = async (customerId: string, amount_cents: number, expires_at?: Date): Promise<number> => {
    const path = `/api/customers/${customerId}/credit/adjustments`;
    return (await app.post(path, { amount_cents, reason: 'a test', expires_at }, tenant.admin)).status;
  };
  const taken = ({ customerId }: TestOwner): Promise<number> => adjusted(customerId, -300);
  /** What the rows themselves say. */
  const stored = async (): Promise<unknown> => {
    const [row] = await app.database.sql<{ rows: unknown }>(
      `select array_cat(array(select status from reward where tenant_id = $1 order by role),
                        array(select kind from credit_entry where tenant_id = $1 order by sequence, customer_id)) as rows`,
      [tenant.id],
    );
    return row?.rows;
  };
  const swept = async (): Promise<unknown> => {
    await app.nest.get(DueSweepService).run();
    return stored();
  };
  const bookedByInvoice = async ({ customerId }: TestOwner): Promise<unknown> => {
    await redeem(app, tenant, customerId, { amount_cents: 0 });
    return stored();
  };

  /** What the look finds, each time at a tenant of its own. */
  const around = <Subject>(
    currency: string,
    subject: () => Promise<Subject>,
    moment: Date,
    look: (subject: Subject) => Promise<unknown>,
  ): Promise<unknown[]> =>
    foundAround(app, async (): Promise<Scene> => {
      tenant = await aTenant(app, { currency });
      const found = await subject();
      return { moment, look: () => look(found) };
    });

  // Percentages, which are the same in all currencies: the cases take them in turn.
  it.each<[currency: string, ...Look<Friend>]>([
    ['USD', 'the reward', status, 'pending', 'available'],
    ['JPY', 'an invoice', discount, 0, 1000],
    ['KWD', 'a preview', preview, [0, 0], [1000, 0]],
    ['USD', 'the report', owed, [0, 0], [2, 0]],
    ['JPY', 'a sweep', swept, ['pending', 'pending'], ['available', 'available']],
  ])("in %s, a discount's hold ends: for %s", async (currency, _, look, before, then) => {
    expect(await around(currency, () => aFriend(HELD), inDays(14), look)).toEqual([before, then, then]);
  });

  it.each<[currency: string, ...Look<Friend>]>([
    ['JPY', 'the reward', status, 'available', 'expired'],
    ['KWD', 'an invoice', discount, 1000, 0],
    ['USD', 'a preview', preview, [1000, 0], [0, 0]],
    ['JPY', 'the report', owed, [2, 0], [0, 0]],
    ['KWD', 'a sweep', swept, ['available', 'available'], ['expired', 'expired']],
  ])('in %s, a discount expires: for %s', async (currency, _, look, before, then) => {
    expect(await around(currency, () => aFriend(SHORT), inDays(30), look)).toEqual([before, then, then]);
  });

  it('a discount expires: one that comes back from an invoice', async () => {
    const used = async (): Promise<Friend & { invoice: string }> => {
      const friend = await aFriend(SHORT);
      return { ...friend, invoice: (await redeem(app, tenant, friend.customerId)).body.id };
    };
    const returned = async (friend: Friend & { invoice: string }): Promise<unknown[]> => {
      await reverse(app, tenant, friend.invoice);
      const [row] = await app.database.sql('select status from reward where tenant_id = $1 and id = $2', [
        tenant.id,
        friend.refereeReward,
      ]);
      return [row, await discount(friend)];
    };
    const over = [{ status: 'expired' }, 0];
    expect(await around('USD', used, inDays(30), returned)).toEqual([
      [{ status: 'available' }, 1000],
      over,
      over,
    ]);
  });

  it.each([
    ['month', MONTH_ENDS],
    ['year', YEAR_ENDS],
  ] as const)("a referrer's %s begins", async (referral_max_rewards_period, moment) => {
    const full = async (): Promise<{ code: string }> => {
      await saveProgram(app, tenant, { referral_max_rewards_per_referrer: 1, referral_max_rewards_period });
      const john = await aReferrer(app, tenant);
      app.stopClockAt(new Date(moment.getTime() - 1));
      await aFriendOf(app, tenant, john);
      return john;
    };
    const earned = async (john: { code: string }): Promise<boolean> =>
      (await aFriendOf(app, tenant, john)).referrerReward !== '';
    expect(await around('USD', full, moment, earned)).toEqual([false, true, true]);
  });

  describe.each(CURRENCIES)('in $currency', ({ currency, cents }) => {
    it.each<Look<Friend>>([
      ['the reward', status, 'pending', 'applied'],
      ['a statement', statement, [0, 0], [cents(5), 1, `grant ${cents(5)} = ${cents(5)}`]],
      ['an invoice', credit, 0, cents(5)],
      ['a preview', preview, [0, 0], [0, cents(5)]],
      ['the report', owed, [0, 0], [0, cents(25)]],
      ['a sweep', swept, ['pending', 'pending'], ['applied', 'applied', 'grant', 'grant']],
    ])("a credit's hold ends: for %s", async (_, look, before, then) => {
      expect(await around(currency, () => aFriend({ ...CREDIT, ...HELD }), inDays(14), look)).toEqual([
        before,
        then,
        then,
      ]);
    });

    it.each<Look<TestOwner>>([
      ['a statement', statement, [300, 1, 'grant 300 = 300'], [0, 0, 'grant 300 = 300', 'expire -300 = 0']],
      ['an invoice', credit, 300, 0],
      ['a preview', preview, [0, 300], [0, 0]],
      ['the report', owed, [0, 300], [0, 0]],
      ['a sweep', swept, ['grant'], ['grant', 'expire']],
      ['what is taken by hand', taken, 201, 422],
      ['an invoice of nothing, which books it', bookedByInvoice, ['grant'], ['grant', 'expire']],
    ])('credit expires: for %s', async (_, look, before, then) => {
      const owner = async (): Promise<TestOwner> => {
        const { id: customerId } = await aCustomer(app, tenant);
        await grantCredit(app, tenant, customerId, 300, inDays(1).toISOString());
        return { customerId };
      };
      expect(await around(currency, owner, inDays(1), look)).toEqual([before, then, then]);
    });

    it('credit that was held and expires unseen is booked as of both moments', async () => {
      const unseen = (): Promise<Friend> => aFriend({ ...CREDIT, ...HELD, ...SHORT });
      const granted = `grant ${cents(5)} = ${cents(5)}`;
      const over = [0, 0, granted, `expire ${cents(-5)} = 0`];
      expect(await around(currency, unseen, inDays(44), statement)).toEqual([
        [cents(5), 1, granted],
        over,
        over,
      ]);
    });

    it('credit given by hand would already have expired', async () => {
      const grantUntilThen = ({ customerId }: TestOwner): Promise<unknown> =>
        adjusted(customerId, 100, inDays(1));
      const owner = async (): Promise<TestOwner> => ({ customerId: (await aCustomer(app, tenant)).id });
      expect(await around(currency, owner, inDays(1), grantUntilThen)).toEqual([201, 422, 422]);
    });

    it("a budget's month begins", async () => {
      const spent = async (): Promise<{ code: string }> => {
        await saveProgram(app, tenant, { ...CREDIT, referral_budget_cents: cents(25) });
        const john = await aReferrer(app, tenant);
        app.stopClockAt(new Date(MONTH_ENDS.getTime() - 1));
        await aFriendOf(app, tenant, john);
        return john;
      };
      const earned = async (john: { code: string }): Promise<boolean[]> => {
        const { refereeReward, referrerReward } = await aFriendOf(app, tenant, john);
        return [refereeReward !== '', referrerReward !== ''];
      };
      const [none, both] = [
        [false, false],
        [true, true],
      ];
      expect(await around(currency, spent, MONTH_ENDS, earned)).toEqual([none, both, both]);
    });
  });
});
