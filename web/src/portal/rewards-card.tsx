import { Skeleton, Stack, Text } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useLanguage, useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { portalMessages as m } from '../messages/portal.js';
import { useTenant } from '../session/tenant-context.js';
import { Card } from '../ui/card.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { centsText, dayText } from '../ui/value-words.js';
import classes from './portal.module.css';
import { rewardLines } from './reward-lines.js';
import { type MyCredit, useMyCredit, useMyReferrals, useRewardText } from './use-portal-data.js';

/** Shows the customer's credit and expected rewards. */
export function RewardsCard({ count }: { count: number }): JSX.Element {
  const say = useSay();
  const credit = useMyCredit();
  const [account] = credit.data?.pages ?? [];
  return (
    <Card title={say(m.rewards)}>
      {credit.isPending && <AmountSkeleton />}
      {credit.isError && account === undefined && (
        <ErrorNotice error={credit.error} onRetry={credit.refetch} />
      )}
      {account !== undefined && <Amount account={account} />}
      <Text>{count === 0 ? say(m.nobodyYet) : say(m.friendsEnrolled, { count })}</Text>
      <ExpectedRewards />
    </Card>
  );
}

function Amount({ account }: { account: MyCredit }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const { balance_cents, lots } = account;
  if (balance_cents === 0) return <Text c="dimmed">{say(m.noCredit)}</Text>;
  const text = (cents: number): string => centsText(cents, currency, locale);
  return (
    <div>
      <Text fz={26} fw={650} lh={1.25}>
        {say(m.youHave, { amount: text(balance_cents) })}
      </Text>
      <Text c="dimmed">{say(m.creditAdvice)}</Text>
      {lots.map(
        ({ id, remaining_cents, expires_at }) =>
          expires_at !== null && (
            <Text key={id} size="sm" mt={4}>
              {say(m.lotExpires, { amount: text(remaining_cents), day: dayText(expires_at, locale) })}
            </Text>
          ),
      )}
    </div>
  );
}

/** Lists the expected rewards; shows nothing on an error, which the list of referrals shows. */
function ExpectedRewards(): JSX.Element | null {
  const say = useSay();
  const { locale } = useLanguage();
  const reward = useRewardText();
  const [now] = useState(() => new Date());
  const referrals = useMyReferrals();
  const all = referrals.data?.pages.flatMap(({ data }) => data) ?? [];
  const lines = rewardLines(all, now, { reward, day: (moment) => dayText(moment, locale) });
  if (lines.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {lines.map(({ key, message, values }) => (
        <li key={key}>{say(message, values)}</li>
      ))}
    </ul>
  );
}

function AmountSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <Stack gap={8} role="status" aria-label={say(commonMessages.loading)}>
      <Skeleton h={30} w={220} />
      <Skeleton h={16} w="80%" />
    </Stack>
  );
}
