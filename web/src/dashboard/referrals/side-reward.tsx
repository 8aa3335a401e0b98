import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { referralsMessages } from '../../messages/referrals.js';
import { rewardStatusMessages } from '../../messages/statuses.js';
import { useTenant } from '../../session/tenant-context.js';
import { valueText } from '../../ui/value-words.js';
import type { Referral } from './filters.js';

type Reward = Referral['referrer_reward'];
type Status = Exclude<keyof typeof rewardStatusMessages, 'applied_credit'>;

const isStatus = (status: string): status is Status => status in rewardStatusMessages;

/** What one side earned, and where that stands, each on a line. */
export function SideReward({ reward }: { reward: Reward }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  if (reward === null) {
    return (
      <Text size="sm" c="dimmed">
        {say(referralsMessages.noReward)}
      </Text>
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
