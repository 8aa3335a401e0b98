import { setTimeout } from 'node:timers/promises';
import type { CurrentConfigAnswer } from '../../src/config/config.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { eventually } from '../support/process.js';
import { meetingAt } from './meeting.js';
import {
  aReferrer,
  aTenant,
  atOnce,
  enroll,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';

const CREDIT_FOR_REFERRERS = {
  referral_reward_type: 'credit',
  referral_reward_value: 7,
  referral_reward_referee_type: 'credit',
  referral_reward_referee_value: 0,
} as const;

const THE_COUNTERS = ['lock table reward_allowance in share row exclusive mode'] as const;

const app = useTestApp();

describe('a limit that was off for a while', () => {
  let tenant: TestTenant;
  let code: string;

  beforeEach(async () => {
    tenant = await aTenant(app);
    ({ code } = await aReferrer(app, tenant));
  });

  const befriend = async (count: number): Promise<void> => {
    const replies = await atOnce(count, () => enroll(app, tenant, { referral_code: code }));
    expect(statuses(replies)).toEqual({ 201: count });
  };
  const earned = (): Promise<number> =>
    app.database.count(`reward where role = 'referrer' and tenant_id = $1`, [tenant.id]);

  it('counts what was earned while there was no limit, when there is one again', async () => {
    const limits: [limit: number | null, friends: number, total: number][] = [
      [3, 1, 1],
      [null, 5, 6],
      [3, 5, 6],
      [8, 5, 8],
    ];
    for (const [referral_max_rewards_per_referrer, friends, total] of limits) {
      await saveProgram(app, tenant, { referral_max_rewards_per_referrer });
      await befriend(friends);
      expect(await earned()).toBe(total);
    }
  });

  it.each(CURRENCIES)(
    'counts what was spent while there was no budget, when there is one again: in $currency',
    async ({ currency, cents }) => {
      tenant = await aTenant(app, { currency });
      ({ code } = await aReferrer(app, tenant));
      for (const [referral_budget_cents, friends, total] of [
        [cents(30), 1, 1],
        [null, 5, 6],
        [cents(30), 5, 6],
      ] as const) {
        await saveProgram(app, tenant, { ...CREDIT_FOR_REFERRERS, referral_budget_cents });
        await befriend(friends);
        expect(await earned()).toBe(total);
      }
    },
  );
});

describe.each(CURRENCIES)('room that is given back, in $currency', ({ currency, cents }) => {
  it('is counted to the last reward while many enroll and many are voided at once, under new terms', async () => {
    const tenant = await aTenant(app, { currency });
    const { code, id } = await aReferrer(app, tenant);
    const program = {
      ...CREDIT_FOR_REFERRERS,
      referral_max_rewards_per_referrer: 100,
      referral_budget_cents: cents(7 * 100),
    };
    await saveProgram(app, tenant, { ...program, referral_hold_days: 30 });
    const held = await atOnce(20, () => enroll(app, tenant, { referral_code: code }));
    await saveProgram(app, tenant, program);
    const replies = await meetingAt(app, THE_COUNTERS, () =>
      atOnce(60, (n) =>
        n % 3 === 0
          ? app.post(
              `/api/referrals/${held[n / 3]?.body.referral.referral_id ?? ''}/void`,
              { reason: 'a test' },
              tenant.admin,
            )
          : enroll(app, tenant, { referral_code: code }),
      ),
    );
    expect(statuses(replies)).toEqual({ 200: 20, 201: 40 });
    const [found] = await app.database.sql<Record<string, number>>(
      `select count(*)::int as rewards, sum(value_units)::int as cents,
              (select used::int from reward_allowance where tenant_id = $1 and kind = 'budget') as budget,
              (select used::int from reward_allowance where tenant_id = $1 and subject = $2) as used
         from reward where tenant_id = $1 and status <> 'voided'`,
      [tenant.id, id],
    );
    expect(found).toMatchObject({ used: found?.rewards, budget: found?.cents });
    expect(found?.rewards).toBe(40);
  });
});

describe('counters that start and change at once', () => {
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;

  beforeEach(async () => {
    tenant = await aTenant(app);
    john = await aReferrer(app, tenant);
  });

  const program = (settings: object): Promise<unknown> =>
    saveProgram(app, tenant, { ...CREDIT_FOR_REFERRERS, ...settings });
  const refer = async (count: number): Promise<string[]> => {
    const replies = await atOnce(count, () => enroll(app, tenant, { referral_code: john.code }));
    expect(statuses(replies)).toEqual({ 201: count });
    return replies.map(({ body }) => body.referral.referral_id ?? '');
  };
  const decide = (id: string, how: 'approve' | 'void'): Promise<{ status: number }> =>
    app.post(`/api/referrals/${id}/${how}`, { reason: 'a test' }, tenant.admin);
  /** Every counter that was started, beside the rewards that it must contain. */
  const expectExactCounters = async (): Promise<void> => {
    const rows = await app.database.sql<{ used: number; right: number }>(
      `select used::int, case kind when 'budget' then cents else rewards end::int as right
         from reward_allowance counter,
              lateral (select count(*) filter (where role = 'referrer') as rewards, coalesce(sum(value_units), 0) as cents
                         from reward
                        where tenant_id = $1 and status <> 'voided'
                          and (period = 'ever' or to_char(created_at at time zone 'UTC', 'YYYY-MM') like period || '%')) earned
        where tenant_id = $1 and used is not null`,
      [tenant.id],
    );
    expect(rows.map(({ used }) => used)).toEqual(rows.map(({ right }) => right));
  };

  it.each<[string, object, boolean]>([
    ['a cap that was saved before', { referral_max_rewards_per_referrer: 50 }, false],
    ['a budget while it is saved', { referral_budget_cents: 100_000 }, true],
  ])('contain everybody who comes and goes when they start: %s', async (_, limit, atOnceWithSave) => {
    for (let round = 0; round < 5; round++) {
      tenant = await aTenant(app);
      john = await aReferrer(app, tenant);
      await program({ referral_hold_days: 30 });
      const held = await refer(8);
      const save = (): Promise<unknown> => program({ referral_hold_days: 30, ...limit });
      if (!atOnceWithSave) await save();
      await Promise.all([
        ...held.map((id) => decide(id, 'void')),
        refer(atOnceWithSave ? 4 : 1),
        atOnceWithSave ? save() : undefined,
      ]);
      await expectExactCounters();
    }
  });

  it('contain a reward that is granted later, while others enroll under other terms', async () => {
    app.stopClockAt('2026-11-30T10:00:00.000Z');
    const capped = { referral_max_rewards_per_referrer: 1, referral_max_rewards_period: 'month' };
    await program({ referral_qualify_on: 'manual', ...capped });
    const [, late = ''] = [...(await refer(1)), ...(await refer(1))];
    await program({ referral_qualify_on: 'manual', referral_max_rewards_per_referrer: null });
    app.stopClockAt('2026-12-01T10:00:00.000Z');
    await Promise.all([decide(late, 'approve'), refer(8)]);
    await expectExactCounters();
  });

  it('are counted again when they are unknown, and not from the next change on', async () => {
    await program({ referral_qualify_on: 'manual', referral_budget_cents: 60 * 100 });
    const [first = ''] = await refer(3);
    await app.database.sql('update reward_allowance set used = null where tenant_id = $1', [tenant.id]); // as a migration does
    await decide(first, 'void');
    const { body } = await app.get<CurrentConfigAnswer>('/api/referrals/config', tenant.admin);
    expect(body.usage?.budget.used_cents).toBe(2 * 700);
    await refer(3);
    await expectExactCounters();
  });

  const deadlocks = (): Promise<number> =>
    app.database
      .sql<{ count: number }>(
        'select deadlocks::int as count from pg_stat_database where datname = current_database()',
      )
      .then(([row]) => row?.count ?? -1);

  it('are locked for both rewards of a referral before one of them is given back', async () => {
    const before = await deadlocks();
    const both = { referral_hold_days: 30, referral_reward_referee_value: 5 };
    const waiting = (sessions: number): Promise<void> =>
      eventually(async () => (await app.database.count('pg_locks where not granted')) >= sessions);
    for (let round = 0; round < 8; round++) {
      john = await aReferrer(app, tenant);
      const uncapped = { referral_max_rewards_per_referrer: null };
      await program({ ...both, ...uncapped, referral_budget_cents: 10 ** 9 });
      const [held = ''] = await refer(1);
      await program({ ...both, referral_max_rewards_per_referrer: 1000 });
      await app.database.sql('begin');
      await app.database.sql(`select from reward_allowance where kind = 'budget' for update`);
      const voided = decide(held, 'void'); // waits for the budget, and then needs the referrer's counter
      await waiting(1);
      const enrolled = refer(1); // starts that counter, and then needs the budget
      await waiting(2);
      await app.database.sql('commit');
      expect((await voided).status).toBe(200);
      await enrolled;
    }
    await setTimeout(1_100); // until the sessions have reported
    await app.database.sql('select pg_stat_clear_snapshot()');
    expect(await deadlocks()).toBe(before);
  }, 60_000);

  it('are locked in one order with those of former terms: nobody waits in a circle', async () => {
    const before = await deadlocks();
    await program({ referral_hold_days: 30, referral_budget_cents: 10 ** 9 });
    const held = await refer(40);
    await program({
      referral_hold_days: 30,
      referral_max_rewards_per_referrer: 1000,
      referral_budget_cents: null,
    });
    await refer(1); // starts the counter of the new limit
    const replies: { status: number }[] = [];
    await atOnce(20, async (caller) => {
      for (let turn = 0; turn < 4; turn++) {
        const id = caller % 2 === 0 ? held.pop() : undefined;
        replies.push(
          id === undefined
            ? await enroll(app, tenant, { referral_code: john.code })
            : await decide(id, 'void'),
        );
      }
    });
    expect(statuses(replies)).toEqual({ 200: 40, 201: 40 });
    await setTimeout(1_100); // until the sessions have reported
    await app.database.sql('select pg_stat_clear_snapshot()');
    expect(await deadlocks()).toBe(before);
    await expectExactCounters();
  }, 30_000);
});
