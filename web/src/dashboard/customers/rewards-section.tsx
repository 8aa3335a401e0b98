import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { Schemas } from 'referrals-sdk';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { customerMessages } from '../../messages/customers.js';
import { rewardStatusMessages } from '../../messages/statuses.js';
import { useTenant } from '../../session/tenant-context.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { valueText } from '../../ui/value-words.js';
import { SHOWN, useRewardsOf } from './customer.queries.js';
import classes from './customers.module.css';
import { Section } from './section.js';

type Reward = Schemas['RewardAnswer'];

const TONES = {
  pending: 'waiting',
  available: 'underway',
  applied: 'good',
  voided: 'over',
  reversed: 'bad',
  expired: 'over',
} as const satisfies Record<Reward['status'], Tone>;

/** What a customer earned, by referring or by being referred. */
export function RewardsSection({ customerId }: { customerId: string }): JSX.Element {
  const say = useSay();
  return (
    <Section title={say(customerMessages.rewards)} query={useRewardsOf(customerId)}>
      {(rewards) =>
        rewards.length === 0 ? (
          <Text c="dimmed" size="sm">
            {say(customerMessages.noRewards)}
          </Text>
        ) : (
          <>
            <ul className={classes.entries}>
              {rewards.map((reward) => (
                <RewardEntry key={reward.id} reward={reward} />
              ))}
            </ul>
            {rewards.length === SHOWN && (
              <Text c="dimmed" size="xs">
                {say(customerMessages.latest, { count: SHOWN })}
              </Text>
            )}
          </>
        )
      }
    </Section>
  );
}

function RewardEntry({ reward }: { reward: Reward }): JSX.Element {
  const say = useSay();
  const { currency } = useTenant();
  const { locale } = useLanguage();
  const { role, status, type } = reward;
  const word = status === 'applied' && type === 'credit' ? 'applied_credit' : status;
  return (
    <li>
      <div>
        <Text size="sm">{valueText(reward, currency, locale)}</Text>
        <Text size="xs" c="dimmed">
          {say(role === 'referrer' ? customerMessages.forReferring : customerMessages.forJoining)}
        </Text>
      </div>
      <StatusBadge tone={TONES[status]}>{say(rewardStatusMessages[word])}</StatusBadge>
    </li>
  );
}
