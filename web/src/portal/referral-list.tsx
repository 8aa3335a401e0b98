import { Skeleton, Stack, Text } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useLanguage, useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';
import { commonMessages } from '../messages/common.js';
import { portalMessages as m } from '../messages/portal.js';
import { Card } from '../ui/card.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { dayText } from '../ui/value-words.js';
import { FirstSteps } from './first-steps.js';
import { ExpandableList } from './expandable-list.js';
import classes from './portal.module.css';
import { type RewardState, rewardStateOf } from './reward-lines.js';
import { type MyCode, type MyReferral, useMyReferrals, useRewardText } from './use-portal-data.js';

/** Lists the friends who have enrolled; explains how it works until there is one. */
export function ReferralList({ code }: { code: MyCode }): JSX.Element | null {
  const say = useSay();
  const [now] = useState(() => new Date());
  const { data, error, isPending, isFetchNextPageError, refetch, ...next } = useMyReferrals();
  if (isPending || data === undefined) {
    return (
      <Card title={say(m.referrals)}>
        {error === null ? <RowsSkeleton /> : <ErrorNotice error={error} onRetry={refetch} />}
      </Card>
    );
  }
  const referrals = data.pages.flatMap((page) => page.data);
  if (referrals.length === 0) return code.referral_enabled ? <FirstSteps code={code} /> : null;
  return (
    <Card title={say(m.referrals)}>
      <ExpandableList
        items={referrals.map((referral) => ({
          key: referral.id,
          content: <Row referral={referral} now={now} />,
        }))}
        more={next.hasNextPage ? next.fetchNextPage : null}
        fetching={next.isFetchingNextPage}
        error={isFetchNextPageError ? error : null}
      />
    </Card>
  );
}

function Row({ referral, now }: { referral: MyReferral; now: Date }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const rewardText = useRewardText();
  const { referee_name, created_at, reward } = referral;
  const state = rewardStateOf(referral, now);
  const moment = state === 'arriving' ? reward?.available_at : reward?.applied_at;
  return (
    <>
      <div>
        <Text fw={600}>{referee_name}</Text>
        <Text size="sm" c="dimmed">
          {say(m.enrolledOn, { day: dayText(created_at, locale) })}
        </Text>
      </div>
      <div className={classes.outcome}>
        {reward !== null && <Text fw={600}>{rewardText(reward)}</Text>}
        <Text size="sm" c="dimmed">
          {say(STATES[state], { day: dayText(moment ?? created_at, locale) })}
        </Text>
      </div>
    </>
  );
}

const STATES: Record<RewardState, Message> = {
  none: m.noReward,
  budget_reached: m.budget_reached,
  limit_reached: m.limit_reached,
  promo_not_combinable: m.noReward, // of the friend's reward only
  rejected: m.referralRejected,
  waiting: m.rewardComes,
  arriving: m.rewardArrives,
  ready: m.rewardReady,
  added: m.rewardAdded,
  used: m.rewardUsed,
  taken_back: m.rewardVoided,
  expired: m.rewardExpired,
};

function RowsSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <Stack gap="sm" role="status" aria-label={say(commonMessages.loading)}>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} h={44} />
      ))}
    </Stack>
  );
}
