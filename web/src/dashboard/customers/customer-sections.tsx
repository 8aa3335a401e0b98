import { Anchor, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from 'referrals-sdk';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { customerMessages } from '../../messages/customers.js';
import { rewardStatusMessages } from '../../messages/statuses.js';
import { useTenant } from '../../session/tenant-context.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { ReferralStatusBadge, StatusBadge, type Tone } from '../../ui/status-badge.js';
import { centsText, dayText, valueText } from '../../ui/value-words.js';
import { type Customer, SHOWN, useCreditOf, useReferralsOf, useRewardsOf } from './customer.queries.js';
import classes from './customers.module.css';

interface Props<Data> {
  readonly title: string;
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows a part of a customer's details with its own query, so that a failure leaves the other parts. */
function Section<Data>({ title, query, children }: Props<Data>): JSX.Element {
  const say = useSay();
  const { data, error, refetch } = query;
  return (
    <Stack component="section" gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      {data !== undefined && children(data)}
      {data === undefined && error !== null && <ErrorNotice error={error} onRetry={refetch} />}
      {data === undefined && error === null && (
        <Stack role="status" aria-label={say(commonMessages.loading)} gap="xs">
          <Skeleton h={18} w="50%" />
          <Skeleton h={18} w="80%" />
        </Stack>
      )}
    </Stack>
  );
}

/** Shows a customer's credit: the balance, and each grant with its remainder and expiry. */
export function CreditSection({ customerId }: { customerId: string }): JSX.Element {
  const say = useSay();
  const { currency } = useTenant();
  const { locale } = useLanguage();
  const money = (cents: number): string => centsText(cents, currency, locale);
  return (
    <Section title={say(customerMessages.credit)} query={useCreditOf(customerId)}>
      {({ balance_cents, lots }) =>
        lots.length === 0 ? (
          <Text c="dimmed" size="sm">
            {say(customerMessages.noCredit)}
          </Text>
        ) : (
          <>
            <Text size="xl" fw={650} className={classes.figures}>
              {money(balance_cents)}
            </Text>
            <ul className={classes.entries}>
              {lots.map(({ id, granted_cents, remaining_cents, expires_at }) => (
                <li key={id}>
                  <span className={classes.figures}>
                    {say(customerMessages.lotLeft, {
                      left: money(remaining_cents),
                      granted: money(granted_cents),
                    })}
                  </span>
                  <Text span size="sm" c="dimmed">
                    {expires_at === null
                      ? say(customerMessages.lotStays)
                      : say(customerMessages.lotExpires, { day: dayText(expires_at, locale) })}
                  </Text>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Section>
  );
}

/** Lists the latest referrals of a customer. */
export function ReferralsSection({ customer: { id } }: { customer: Customer }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  return (
    <Section title={say(customerMessages.referrals)} query={useReferralsOf(id)}>
      {(referrals) =>
        referrals.length === 0 ? (
          <Text c="dimmed" size="sm">
            {say(customerMessages.noReferrals)}
          </Text>
        ) : (
          <>
            <ul className={classes.entries}>
              {referrals.map((referral) => (
                <li key={referral.id}>
                  <div>
                    <Text size="sm" className={classes.name}>
                      {referral.referee_name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {dayText(referral.created_at, locale)}
                    </Text>
                  </div>
                  <ReferralStatusBadge status={referral.status} />
                </li>
              ))}
            </ul>
            <Anchor component={Link} to={`/customers/referrals?referrer_customer_id=${id}`} size="sm">
              {say(customerMessages.allReferrals)}
            </Anchor>
          </>
        )
      }
    </Section>
  );
}

type Reward = Schemas['RewardAnswer'];

const TONES = {
  pending: 'waiting',
  available: 'underway',
  applied: 'good',
  voided: 'over',
  reversed: 'bad',
  expired: 'over',
} as const satisfies Record<Reward['status'], Tone>;

/** Lists the latest rewards of a customer, as referrer or as referee. */
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
