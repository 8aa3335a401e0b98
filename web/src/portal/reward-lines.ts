import type { Message, Values } from '../i18n/message.js';
import { portalMessages as m } from '../messages/portal.js';
import type { Value } from '../ui/value-words.js';
import type { MyReferral } from './use-portal-data.js';

/** A sentence about rewards to come. */
export interface RewardLine {
  readonly key: string;
  readonly message: Message;
  readonly values: Values;
}

/** How a page writes what the API says. */
export interface Words {
  readonly reward: (value: Value) => string;
  readonly day: (moment: string) => string;
}

/** More than these say nothing that the list of referrals doesn't. */
const MOST = 5;

/**
 * What the customer can look forward to: discounts for the next invoices first, then what arrives, the soonest first,
 * then what waits. An invoice takes one of these discounts, so several of the same are for as many invoices.
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

/** Of `Jane S.`, as the API shows a referee. */
const firstName = (name: string): string => name.split(' ')[0] ?? name;

const momentOf = ({ reward }: { reward: { available_at: string | null } }): number =>
  Date.parse(reward.available_at ?? '');

/** Where the reward of one referral stands, as the referrer sees it. */
export type RewardState =
  'none' | 'rejected' | 'waiting' | 'arriving' | 'ready' | 'added' | 'used' | 'taken_back' | 'expired';

type Reward = NonNullable<MyReferral['reward']>;

/** A reward that is held arrives on a day; one whose referral is not confirmed arrives once it is. */
export function rewardStateOf({ status, reward }: MyReferral, now: Date): RewardState {
  if (status === 'rejected') return 'rejected';
  if (reward === null || reward.value === 0) return status === 'pending' ? 'waiting' : 'none';
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
