import { Anchor, Paper, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import type { Schemas } from 'referrals-sdk';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { referralMessages, referralsMessages } from '../../messages/referrals.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText } from '../../ui/value-words.js';
import { Person } from './person.js';
import { rewardDay } from './reward-day.js';
import { SideReward } from './side-reward.js';
import { dayText } from '../../ui/value-words.js';

interface Props {
  readonly side: 'referrer' | 'referee';
  readonly referral: Schemas['ReferralDetailAnswer'];
}

/** One side of a referral: who, and what they earned. */
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
          <SideReward reward={reward} />
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
