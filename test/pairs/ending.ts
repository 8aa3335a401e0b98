import type { CurrentConfigAnswer } from '../../src/config/config.dto.js';
import type { EventFeedAnswer } from '../../src/events/feed/event.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { MyCodeAnswer, MyReferralAnswer, ReferralAnswer } from '../../src/referral/referral.dto.js';
import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import { expectSame, type Story } from './story.js';

/** Checks what must hold at any time of a story. */
export async function expectSoundBooks(story: Story): Promise<void> {
  const list = async <Item>(path: string): Promise<Item[]> =>
    (await story.asAdmin<Page<Item>>('GET', `${path}?limit=100`)).body.data;
  const rewards = await list<RewardAnswer>('/api/rewards');
  await limitsAreWhatWasEarned(story, rewards);
  await bothListsAgree(story, await list<ReferralAnswer>('/api/referrals'));
  invoicesAddUp(await list<RedemptionAnswer>('/api/redemptions'));
  for (const { redemption_count, max_redemptions } of await list<PromoAnswer>('/api/promos')) {
    expectSame('a promo keeps its limit', true, redemption_count <= (max_redemptions ?? redemption_count));
  }
  const { body } = await story.asAdmin<EventFeedAnswer>('GET', '/api/events?limit=100');
  expectSame(
    'events have no gap',
    body.data.map((_, index) => index + 1),
    body.data.map(({ sequence }) => sequence),
  );
  const ledger = await story.asAdmin<VerificationAnswer>('GET', '/api/ledger/verify');
  expectSame('the ledger is valid', true, ledger.body.valid);
}

/** What is used of the month's budget and of the referrer's limit is what the rewards that were not voided come to. */
async function limitsAreWhatWasEarned(story: Story, rewards: readonly RewardAnswer[]): Promise<void> {
  const month = story.now.toISOString().slice(0, 7);
  const earned = rewards.filter(({ status }) => status !== 'voided');
  const { body } = await story.asAdmin<CurrentConfigAnswer>('GET', '/api/referrals/config');
  if (body.usage !== undefined) {
    const amounts = earned
      .filter(({ type, created_at }) => type !== 'discount_percent' && created_at.startsWith(month))
      .map(({ value }) => story.cents(value));
    expectSame(
      'the budget counts what was earned',
      amounts.reduce((sum, amount) => sum + amount, 0),
      body.usage.budget.used_cents,
    );
  }
  const { body: code } = await story.app.call<MyCodeAnswer>('GET', '/api/referrals/my-code', {
    token: story.john.token,
  });
  if (code.limit === undefined) return;
  const { max_rewards, period, left } = code.limit;
  const own = earned.filter(
    ({ role, customer_id, created_at }) =>
      role === 'referrer' &&
      customer_id === story.john.id &&
      (period === 'ever' || created_at.startsWith(period)),
  );
  expectSame('a limit counts what was earned', Math.max(max_rewards - own.length, 0), left);
}

/** The referrer's own list says what the admin's list says. */
async function bothListsAgree(story: Story, referrals: readonly ReferralAnswer[]): Promise<void> {
  const { body } = await story.app.call<Page<MyReferralAnswer>>('GET', '/api/referrals/mine?limit=100', {
    token: story.john.token,
  });
  expectSame(
    "the referrer's list says what the admin's says",
    referrals.map(({ id, status, referrer_reward, referrer_reward_withheld }) => [
      ...[id, status, referrer_reward_withheld],
      ...[referrer_reward?.value, referrer_reward?.status],
    ]),
    body.data.map(({ id, status, reward, withheld }) => [
      id,
      status,
      withheld,
      reward?.value,
      reward?.status,
    ]),
  );
}

/** The lines of an invoice come to its total, and no reward is used by two that stand. */
function invoicesAddUp(invoices: readonly RedemptionAnswer[]): void {
  for (const { subtotal_cents, lines, total_cents } of invoices) {
    const left = lines.reduce((rest, { amount_cents }) => rest - amount_cents, subtotal_cents);
    expectSame('an invoice is the sum of its lines', left, total_cents);
  }
  const used = invoices
    .filter(({ status }) => status !== 'reversed')
    .flatMap(({ lines }) =>
      lines.filter(({ source }) => source === 'referral').map(({ reward_id }) => reward_id),
    );
  expectSame('a reward is used once', [...new Set(used)], used);
}
