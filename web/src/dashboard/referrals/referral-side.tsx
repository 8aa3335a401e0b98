import { Anchor, Paper, Stack, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from 'referrals-sdk';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { referralMessages, referralsMessages, withheldMessages } from '../../messages/referrals.js';
import { rewardStatusMessages } from '../../messages/statuses.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText, dayText, valueText } from '../../ui/value-words.js';
import type { Referral, ReferralDetails } from './referral.queries.js';

interface Props {
  readonly side: 'referrer' | 'referee';
  readonly referral: ReferralDetails;
}

/** Shows one side of a referral: the person and their reward. */
export function SideCard({ side, referral }: Props): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const name = referral[`${side}_name`];
  const reward = referral[`${side}_reward`];
  const day = reward === null ? null : rewardDay(reward);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <div>
          <Text size="xs" c="dimmed" mb={2}>
            {say(referralsMessages[side])}
          </Text>
          <Person name={name} email={referral[`${side}_email`]} />
        </div>
        <div>
          <SideReward side={side} referral={referral} />
          {day !== null && (
            <Text size="xs" c="dimmed">
              {say(referralMessages[day.message], { day: dayText(day.day, locale) })}
            </Text>
          )}
          {reward !== null && reward.shortfall_cents > 0 && (
            <Text size="xs" c="dimmed">
              {say(referralMessages.shortfall, {
                amount: centsText(reward.shortfall_cents, currency, locale),
              })}
            </Text>
          )}
        </div>
        {side === 'referrer' && (
          <Anchor
            component={Link}
            size="sm"
            to={{ search: `referrer_customer_id=${encodeURIComponent(referral.referrer_customer_id)}` }}
          >
            {say(referralMessages.allOf, { name })}
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}

type Reward = NonNullable<Schemas['ReferralDetailAnswer']['referrer_reward']>;

interface RewardDay {
  readonly message: 'readyOn' | 'usedOn' | 'creditedOn' | 'expiresOn';
  /** ISO 8601. */
  readonly day: string;
}

/** Returns the day that matters for a reward's status: usable from, usable until, or used on. Null: none. */
function rewardDay({ type, status, available_at, expires_at, applied_at }: Reward): RewardDay | null {
  const on = (message: RewardDay['message'], day: string | null): RewardDay | null =>
    day === null ? null : { message, day };
  switch (status) {
    case 'pending':
      return on('readyOn', available_at);
    case 'available':
      return on('expiresOn', expires_at);
    case 'applied':
      return on(type === 'credit' ? 'creditedOn' : 'usedOn', applied_at);
    default:
      return null;
  }
}

/** Shows a person's name and e-mail address on two lines. */
export function Person({ name, email }: { name: ReactNode; email: string }): JSX.Element {
  return (
    <>
      <Text component="div" size="sm" fw={550} truncate>
        {name}
      </Text>
      <Text size="xs" c="dimmed" truncate title={email}>
        {email}
      </Text>
    </>
  );
}

type Status = Exclude<keyof typeof rewardStatusMessages, 'applied_credit'>;

const isStatus = (status: string): status is Status => status in rewardStatusMessages;

interface SideRewardProps {
  readonly side: Props['side'];
  readonly referral: Pick<Referral, `${Props['side']}_reward` | `${Props['side']}_reward_withheld`>;
}

/** Shows the reward of a side and its status on two lines, or the reason that there is none. */
export function SideReward({ side, referral }: SideRewardProps): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const reward = referral[`${side}_reward`];
  const withheld = referral[`${side}_reward_withheld`];
  if (reward === null) {
    return (
      <>
        <Text size="sm" c="dimmed">
          {say(referralsMessages.noReward)}
        </Text>
        {withheld !== null && (
          <Text size="xs" c="dimmed">
            {say(withheldMessages[withheld])}
          </Text>
        )}
      </>
    );
  }
  const { type, status } = reward;
  const key = type === 'credit' && status === 'applied' ? 'applied_credit' : status;
  return (
    <>
      <Text size="sm">{valueText(reward, currency, locale)}</Text>
      <Text size="xs" c="dimmed">
        {key === 'applied_credit' || isStatus(key) ? say(rewardStatusMessages[key]) : key}
      </Text>
    </>
  );
}
