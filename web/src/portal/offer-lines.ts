import type { Message, Values } from '../i18n/message.js';
import { portalMessages as m } from '../messages/portal.js';
import { dayAfter } from '../ui/limit-period.js';
import type { Words as RewardWords } from './reward-lines.js';
import type { MyCode } from './use-portal-data.js';

/** Formats values, days and money. */
interface Words extends RewardWords {
  readonly money: (cents: number) => string;
}

/** A message with its values. */
export interface Line {
  readonly message: Message;
  readonly values: Values;
}

const line = (message: Message, values: Values = {}): Line => ({ message, values });

/** Says what both sides get, then what stands in the way of it. */
export function offerLines(code: MyCode, words: Words): readonly [Line, ...Line[]] {
  const friend = { type: code.referee_reward_type, value: code.referee_reward_value };
  const mine = { type: code.referrer_reward_type, value: code.referrer_reward_value };
  const values = { friend: words.reward(friend), mine: words.reward(mine) };
  const offer = line(offerMessage(friend.value > 0, mine.value > 0), values);
  return [offer, ...withheld(code), ...waiting(code, words), ...limit(code, words)];
}

function offerMessage(friendGets: boolean, youGet: boolean): Message {
  if (friendGets) return youGet ? m.bothGet : m.friendGets;
  return youGet ? m.youGet : m.nobodyGets;
}

function withheld({ referrer_reward_withheld: mine, referee_reward_withheld: friend }: MyCode): Line[] {
  if (mine === 'budget_reached') return [line(friend === undefined ? m.noRewardForYou : m.noRewards)];
  return friend === undefined ? [] : [line(m.noRewardForFriends)];
}

/** Both sides wait for the same, or the friend's reward is used on the invoice that yours waits for. */
function waiting(code: MyCode, { day, money }: Words): Line[] {
  if (code.min_invoice_cents !== undefined) return minimum(code, money(code.min_invoice_cents));
  const { referrer_reward_available: mine, referee_reward_available: friend } = code;
  const until = mine ?? friend;
  if (until === undefined) return [];
  if (typeof until !== 'string') return [line(m.rewardsFrom, { day: day(until.from) })];
  if (until === 'after_approval') return [line(m.rewardsAfterApproval)];
  return [line(mine === undefined ? m.theirsAfterInvoice : m.yoursAfterInvoice)];
}

/** Which invoice of the friend brings the rewards; it already uses the friend's, unless that waits too. */
function minimum(code: MyCode, amount: string): Line[] {
  const values = { minimum: amount };
  const yours = code.referrer_reward_value > 0;
  if (code.referee_reward_value === 0) return yours ? [line(m.yoursAfterMinimum, values)] : [];
  const usesIt = code.referee_reward_available === undefined;
  const theirs = line(usesIt ? m.theirsOnMinimum : m.theirsAfterMinimum, values);
  return yours ? [theirs, line(m.yoursToo)] : [theirs];
}

/** How many rewards are left, or that none is and when there are more. */
function limit({ limit: is, ...code }: MyCode, { day }: Words): Line[] {
  if (is === undefined) return [];
  if (code.referrer_reward_withheld === 'limit_reached') {
    const again = dayAfter(is.period);
    const reached = line(m.limitReached, { count: is.max_rewards });
    return again === null ? [reached] : [reached, line(m.earnAgain, { day: day(again) })];
  }
  if (code.referrer_reward_value === 0) return [];
  return [line(leftMessage(is.period), { left: is.left, max: is.max_rewards })];
}

function leftMessage(period: string): Message {
  if (period === 'ever') return m.leftEver;
  return period.includes('-') ? m.leftThisMonth : m.leftThisYear;
}
