import { REFERRAL_STATUSES, type StoredReferralStatus } from '../../src/referral/standing/referral-status.js';
import { dueStatuses, REWARD_STATUSES, type RewardState } from '../../src/referral/standing/reward-status.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import { VALUE_TYPES } from '../../src/tenant/value.js';
import { pagesOf } from '../e2e/expectations.js';
import { useTestApp } from '../support/app.js';
import { aCustomer, aTenant, type TestCustomer, type TestTenant } from '../support/factories.js';

const day = (n: number): Date => new Date(Date.UTC(2031, 4, n));
const nextTo = (moment: Date): Date[] => [-1, 0, 1].map((ms) => new Date(moment.getTime() + ms));
const combined = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] =>
  as.flatMap((a) => bs.map((b): [A, B] => [a, b]));

const AVAILABLE = [null, day(10)];
const EXPIRES = [null, day(5), day(10), day(20)];
/** The very moments at which something could change, and those beside them. */
const MOMENTS = [day(1), ...[day(5), day(10), day(20)].flatMap(nextTo), day(30)];

/** Every state that a row can be in: a credit is never stored as available, a constraint says so. */
const STATES: RewardState[] = combined(combined(REWARD_STATUSES, VALUE_TYPES), combined(AVAILABLE, EXPIRES))
  .map(([[status, type], [availableAt, expiresAt]]) => ({ status, type, availableAt, expiresAt }))
  .filter(({ status, type }) => type !== 'credit' || status !== 'available');

const statusOf = (state: RewardState, at: Date): string => dueStatuses(state, at).at(-1) ?? state.status;

/** What a referral can look at: a side without a reward, every status, and credits that are held or never qualified. */
const SIDES: (RewardState | null)[] = [
  null,
  ...REWARD_STATUSES.map((status) => ({
    status,
    type: 'discount_fixed' as const,
    availableAt: day(10),
    expiresAt: day(20),
  })),
  { status: 'pending', type: 'credit', availableAt: day(10), expiresAt: null },
  { status: 'pending', type: 'credit', availableAt: null, expiresAt: null },
];
const STORED: StoredReferralStatus[] = ['pending', 'qualified', 'rejected', 'reversed'];

/**
 * A referral that qualified is applied when every reward of it is applied, and unrewarded when none of them is or can
 * be.
 */
function referralStatusOf(
  stored: StoredReferralStatus,
  sides: readonly (RewardState | null)[],
  at: Date,
): string {
  if (stored !== 'qualified') return stored;
  const statuses = sides.filter((side) => side !== null).map((side) => statusOf(side, at));
  if (!statuses.some((status) => ['pending', 'available', 'applied'].includes(status))) return 'unrewarded';
  return statuses.every((status) => status === 'applied') ? 'applied' : 'qualified';
}

/** A stored row, and the state that it was made from. */
interface Row {
  id: string;
  referral: string;
  role: 'referrer' | 'referee';
  state: RewardState;
}

interface Shown {
  id: string;
  status: string;
}
type Statuses = ReadonlyMap<string, string>;

const statusesOf = (items: readonly Shown[]): Statuses =>
  new Map(items.map(({ id, status }) => [id, status]));

describe('statuses at a moment, in SQL and in code', () => {
  const app = useTestApp();

  const at = (moment: Date): void => {
    app.stopClockAt(moment);
  };

  /** Referrals of one referrer, straight into the tables: no story leads to every state. */
  async function write(
    tenant: TestTenant,
    referrer: TestCustomer,
    referrals: readonly { status: StoredReferralStatus; sides: readonly (RewardState | null)[] }[],
  ): Promise<void> {
    const ids = referrals.map((_, index) => String(index).padStart(4, '0'));
    await app.database.sql(
      `insert into customer (tenant_id, id, name, email, canonical_email, status, created_at)
       select $1, 'cus_' || i, 'Friend ' || i, i || '@friend.example', i || '@friend.example', 'active', $3
         from unnest($2::text[]) i`,
      [tenant.id, ids, day(1)],
    );
    await app.database.sql(
      `insert into referral (tenant_id, id, referrer_customer_id, referee_customer_id, referral_code, terms_version,
                             status, created_at)
       select $1, 'ref_' || i, $4, 'cus_' || i, 'KH7N4WP3', 1, status, $5
         from unnest($2::text[], $3::text[]) as row (i, status)`,
      [tenant.id, ids, referrals.map(({ status }) => status), referrer.id, day(1)],
    );
    await app.database.sql(
      `insert into referral_timeline (tenant_id, referral_id, id, at, event, actor, data)
       select tenant_id, id, 'tle_1', created_at, 'referral.created', 'test', '{}' from referral where tenant_id = $1`,
      [tenant.id],
    );
    const rows = referrals.flatMap(({ sides }, index) =>
      sides.flatMap((state, side) => {
        const id = ids[index] ?? '';
        const role = side === 0 ? ('referrer' as const) : ('referee' as const);
        return state === null ? [] : [{ id: `rwd_${id}_${role}`, referral: `ref_${id}`, role, state }];
      }),
    );
    await insertRewards(tenant, referrer, rows);
  }

  const insertRewards = (
    tenant: TestTenant,
    referrer: TestCustomer,
    rows: readonly Row[],
  ): Promise<unknown> =>
    app.database.sql(
      `insert into reward (tenant_id, id, referral_id, customer_id, role, type, value_units, status, available_at,
                           applied_at, expires_at, used_cents, shortfall_cents, created_at)
       select $1, id, referral_id, case role when 'referrer' then $9 else replace(referral_id, 'ref_', 'cus_') end, role,
              type, 500, status, available_at, case status when 'applied' then $10::timestamptz end, expires_at, 0, 0, $10
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])
              as row (id, referral_id, role, type, status, available_at, expires_at)`,
      [
        tenant.id,
        rows.map(({ id }) => id),
        rows.map(({ referral }) => referral),
        rows.map(({ role }) => role),
        rows.map(({ state }) => state.type),
        rows.map(({ state }) => state.status),
        rows.map(({ state }) => state.availableAt),
        rows.map(({ state }) => state.expiresAt),
        referrer.id,
        day(1),
      ],
    );

  /** A list shows each id with its status; behind a filter, those that have it. */
  async function expectListed(
    tenant: TestTenant,
    list: string,
    filters: readonly string[],
    expected: Statuses,
  ): Promise<void> {
    const shown = async (query = ''): Promise<Statuses> =>
      statusesOf((await pagesOf<Shown>(app, `${list}${query}`, tenant.admin, 100)).flat());
    expect(await shown()).toEqual(expected);
    for (const status of filters) {
      const passing = [...expected].filter(([, now]) => now === status);
      expect([status, await shown(`?status=${status}`)]).toEqual([status, new Map(passing)]);
    }
    for (const [id, status] of [...expected].filter((_, index) => index % 20 === 0)) {
      const { body } = await app.get<Shown>(`${list}/${id}`, tenant.admin);
      expect([id, body.status]).toEqual([id, status]);
    }
  }

  describe('of a reward', () => {
    let tenant: TestTenant;
    const rows = STATES.map((state, index) => ({
      id: `rwd_${String(index).padStart(4, '0')}_referrer`,
      state,
    }));

    beforeAll(async () => {
      tenant = await aTenant(app);
      const boss = await aCustomer(app, tenant);
      await write(
        tenant,
        boss,
        STATES.map((state) => ({ status: 'qualified' as const, sides: [state] })),
      );
    });

    it.each(MOMENTS)('agree at %s, in the list, behind the filter and one by one', async (moment) => {
      at(moment);
      const expected = new Map(rows.map(({ id, state }) => [id, statusOf(state, moment)]));
      await expectListed(tenant, '/api/rewards', REWARD_STATUSES, expected);
    });

    it.each(MOMENTS)('say at %s that a credit was applied when its hold ended', async (moment) => {
      at(moment);
      const expected = rows.map(({ id, state }) => {
        const stored = state.status === 'applied' ? day(1) : null;
        const brought = dueStatuses(state, moment).includes('applied') ? state.availableAt : stored;
        return { id, applied_at: brought?.toISOString() ?? null };
      });
      const shown = (await pagesOf<RewardAnswer>(app, '/api/rewards', tenant.admin, 100)).flat();
      const found = shown.map(({ id, applied_at }) => ({ id, applied_at }));
      expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(expected);
    });
  });

  describe('of a referral', () => {
    let tenant: TestTenant;
    let boss: TestCustomer;
    const referrals = combined(STORED, combined(SIDES, SIDES))
      // Of all but the one that rewards can change, some are enough.
      .filter(([status], index) => status === 'qualified' || index % 7 === 0)
      .map(([status, sides], index) => ({ id: `ref_${String(index).padStart(4, '0')}`, status, sides }));

    beforeAll(async () => {
      tenant = await aTenant(app);
      boss = await aCustomer(app, tenant);
      await write(tenant, boss, referrals);
    });

    it.each([day(1), day(10), day(20)])(
      'follow at %s from its rewards, wherever it is shown',
      async (moment) => {
        at(moment);
        const expected = new Map(
          referrals.map(({ id, status, sides }) => [id, referralStatusOf(status, sides, moment)]),
        );
        expect(new Set(expected.values())).toEqual(new Set(REFERRAL_STATUSES));
        await expectListed(tenant, '/api/referrals', REFERRAL_STATUSES, expected);
        const mine = (await pagesOf<Shown>(app, '/api/referrals/mine', boss.token, 100)).flat();
        expect(statusesOf(mine)).toEqual(expected);
      },
    );
  });
});
