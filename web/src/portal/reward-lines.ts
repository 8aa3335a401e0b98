import type { Message, Values } from '../i18n/message.js';
import { portalMessages as m } from '../messages/portal.js';
import type { Value } from '../ui/value-words.js';
import type { MyReferral } from './use-portal-data.js';

/** A sentence about expected rewards. */
export interface RewardLine {
  readonly key: string;
  readonly message: Message;
  readonly values: Values;
}

/** Formats values and days. */
export interface Words {
  readonly reward: (value: Value) => string;
  readonly day: (moment: string) => string;
}

/** More lines would only repeat the list of referrals. */
const MOST = 5;

/**
 * Lists the customer's expected rewards: discounts for the next invoices, then rewards on hold, the soonest first, then
 * unconfirmed ones. An invoice takes one such discount, so several equal ones are for as many invoices.
 */
export function rewardLines(referrals: readonly MyReferral[], now: Date, words: Words): RewardLine[] {
  const withReward = referrals.flatMap((referral) => {
    const { reward } = referral;
    return reward === null ? [] : [{ ...referral, reward, state: rewardStateOf(referral, now) }];
  });
  const inState = (wanted: RewardState): typeof withReward =>
    withReward.filter(({ state }) => state === wanted);

  const discounts = inState('ready').map(({ referee_name, reward }) => ({
    name: firstName(referee_name),
    text: words.reward(reward),
  }));
  const ready = [...new Set(discounts.map(({ text }) => text))].map((reward) => {
    const same = discounts.filter(({ text }) => text === reward);
    const values = { reward, count: same.length, name: same[0]?.name ?? '' };
    return { key: `ready ${reward}`, message: m.nextInvoice, values };
  });
  const arriving = inState('arriving')
    .toSorted((one, other) => momentOf(one) - momentOf(other))
    .map(({ id, referee_name, reward }) => ({
      key: id,
      message: m.arrives,
      values: {
        name: firstName(referee_name),
        day: words.day(reward.available_at ?? ''),
        reward: words.reward(reward),
      },
    }));
  const waiting = inState('waiting').map(({ id, referee_name, reward }) => ({
    key: id,
    message: m.arrivesLater,
    values: { name: firstName(referee_name), reward: words.reward(reward) },
  }));
  return [...ready, ...arriving, ...waiting].slice(0, MOST);
}

/** Returns the first name of `Jane S.`, as the API shows a referee. */
const firstName = (name: string): string => name.split(' ')[0] ?? name;

const momentOf = ({ reward }: { reward: { available_at: string | null } }): number =>
  Date.parse(reward.available_at ?? '');

/** The state of a referral's reward, as the referrer sees it. */
export type RewardState =
  | NonNullable<MyReferral['withheld']>
  | 'none'
  | 'rejected'
  | 'waiting'
  | 'arriving'
  | 'ready'
  | 'added'
  | 'used'
  | 'taken_back'
  | 'expired';

type Reward = NonNullable<MyReferral['reward']>;

/** Computes the state. A reward on hold has a day; one of an unconfirmed referral has none yet. */
export function rewardStateOf({ status, reward, withheld }: MyReferral, now: Date): RewardState {
  if (status === 'rejected') return 'rejected';
  if (withheld !== null) return withheld;
  if (reward === null || reward.value === 0) return status === 'pending' ? 'waiting' : 'none';
  return stateOfReward(reward, now);
}

function stateOfReward(reward: Reward, now: Date): RewardState {
  switch (reward.status) {
    case 'applied':
      return reward.type === 'credit' ? 'added' : 'used';
    case 'voided':
    case 'reversed':
      return 'taken_back';
    case 'expired':
      return 'expired';
    default:
      return stateToCome(reward, now);
  }
}

function stateToCome({ status, available_at }: Reward, now: Date): RewardState {
  if (available_at === null) return 'waiting';
  if (new Date(available_at) > now) return 'arriving';
  return status === 'available' ? 'ready' : 'arriving';
}
