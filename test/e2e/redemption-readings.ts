import type { Page } from '../../src/core/http/page.js';
import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { MyCodeAnswer, ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import type { ValueType } from '../../src/tenant/value.js';
import type { Reply, TestApp } from '../support/app.js';
import { aReferee, type TestTenant } from '../support/factories.js';

export const REDEMPTIONS = '/api/redemptions';
export const DAY_MS = 24 * 60 * 60 * 1000;

/** A program that gives nothing but this to a referee. */
export const refereeGets = (type: ValueType, value: number): Partial<SaveConfigRequest> => ({
  referral_reward_value: 0,
  referral_reward_referee_type: type,
  referral_reward_referee_value: value,
});

/** A program that gives nothing but this to a referrer. */
export const referrerGets = (type: ValueType, value: number): Partial<SaveConfigRequest> => ({
  referral_reward_type: type,
  referral_reward_value: value,
  referral_reward_referee_value: 0,
});

/** Both sides earn on the first invoice: 20 of credit for the referrer, 10 % for the friend. */
export const FIRST_INVOICE_PROGRAM = {
  referral_qualify_on: 'first_invoice',
  referral_reward_type: 'credit',
  referral_reward_value: 20,
} as const satisfies Partial<SaveConfigRequest>;

type Names = Readonly<Record<string, string>>;

/**
 * An answer's money, a text for each part: a line is `name base-amount=running total`, the sum is
 * `subtotal-discounts-credit=total`, then what was left out and why, then what would have been cheaper.
 * @param names of rewards and lots, by their ids; without one it is the source
 */
export const told = (redemption: Omit<RedemptionAnswer, 'id' | 'status'>, names: Names = {}): string[] => [
  ...redemption.lines.map(
    ({ source, reward_id, lot_id, base_cents, amount_cents, running_total_cents }) =>
      `${names[lot_id ?? reward_id ?? ''] ?? source} ${base_cents}-${amount_cents}=${running_total_cents}`,
  ),
  `${redemption.subtotal_cents}-${redemption.discount_cents}-${redemption.credit_cents}=${redemption.total_cents}`,
  ...redemption.left_out.map(({ source, id, reason }) => `${names[id] ?? source}: ${reason}`),
  ...redemption.alternatives.map(
    ({ combination, total_cents }) => `or ${combination.join('+')} ${total_cents}`,
  ),
];

/** A friend of a referrer, with the ids of what both of them earned; empty for a side that earned nothing. */
export interface Friend {
  readonly customerId: string;
  readonly referralId: string;
  readonly refereeReward: string;
  readonly referrerReward: string;
}

/** Somebody who enrolled with a referrer's code. */
export async function aFriendOf(
  app: TestApp,
  tenant: TestTenant,
  referrer: { code: string },
  promo_code?: string,
): Promise<Friend> {
  const codes = { referral_code: referrer.code, ...(promo_code === undefined ? {} : { promo_code }) };
  const { customer_id: customerId, referral } = await aReferee(app, tenant, codes);
  const referralId = referral.referral_id ?? '';
  const rewards = await rewardsOf(app, tenant, `referral_id=${referralId}`);
  const idOf = (side: string): string => rewards.find(({ role }) => role === side)?.id ?? '';
  return { customerId, referralId, refereeReward: idOf('referee'), referrerReward: idOf('referrer') };
}

/** A friend's own code, to share on. */
export async function sharing(
  app: TestApp,
  tenant: TestTenant,
  { customerId: subject }: Pick<Friend, 'customerId'>,
): Promise<{ code: string }> {
  const token = app.tokens.issue({ audience: 'customer', subject, tenantId: tenant.id });
  const { body } = await app.get<MyCodeAnswer>('/api/referrals/my-code', token);
  return { code: body.referral_code };
}

/** Newest first. */
export async function rewardsOf(app: TestApp, tenant: TestTenant, query: string): Promise<RewardAnswer[]> {
  return (await app.get<Page<RewardAnswer>>(`/api/rewards?${query}`, tenant.admin)).body.data;
}

export async function rewardOf(app: TestApp, tenant: TestTenant, id: string): Promise<RewardAnswer> {
  return (await app.get<RewardAnswer>(`/api/rewards/${id}`, tenant.admin)).body;
}

export async function referralOf(
  app: TestApp,
  tenant: TestTenant,
  { referralId }: Pick<Friend, 'referralId'>,
): Promise<ReferralDetailAnswer> {
  return (await app.get<ReferralDetailAnswer>(`/api/referrals/${referralId}`, tenant.admin)).body;
}

/** What became of a referral's rewards, as its timeline puts it: `actor: detail`. */
export async function newsOf(app: TestApp, tenant: TestTenant, friend: Friend): Promise<string[]> {
  const { timeline } = await referralOf(app, tenant, friend);
  return timeline
    .filter(({ event }) => event.startsWith('reward.'))
    .map(({ event, actor, detail }) => `${event} by ${actor}: ${detail}`);
}

export async function creditOf(
  app: TestApp,
  tenant: TestTenant,
  customerId: string,
): Promise<CreditStatementAnswer> {
  return (await app.get<CreditStatementAnswer>(`/api/customers/${customerId}/credit`, tenant.admin)).body;
}

/** Entries of a statement, oldest first: `kind amount = balance`. */
export const entriesOf = ({ entries }: CreditStatementAnswer): string[] =>
  entries
    .toReversed()
    .map(({ kind, amount_cents, balance_cents }) => `${kind} ${amount_cents} = ${balance_cents}`);

export const reverse = (
  app: TestApp,
  tenant: TestTenant,
  id: string,
  given: { amount_cents?: number; refunded_cents?: number; reason?: string } = {},
): Promise<Reply<RedemptionAnswer>> =>
  app.post(`${REDEMPTIONS}/${id}/reverse`, { reason: 'refunded', ...given }, tenant.admin);

/** The data of a tenant's events of one type, oldest first. */
export async function dataOf(app: TestApp, tenant: TestTenant, type: string): Promise<unknown[]> {
  const rows = await app.database.sql<{ data: unknown }>(
    'select data from outbox_event where tenant_id = $1 and type = $2 order by id',
    [tenant.id, type],
  );
  return rows.map(({ data }) => data);
}
