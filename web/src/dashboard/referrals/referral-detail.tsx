import { Button, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type JSX, useEffect, useRef } from 'react';
import { ProblemError } from 'referrals-sdk/problem';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { decisionMessages, referralMessages, referralsMessages } from '../../messages/referrals.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { ReferralStatusBadge } from '../../ui/status-badge.js';
import { momentText } from '../../ui/value-words.js';
import type { DecisionKind } from './decisions.js';
import { type ReferralDetails, useReferral } from './referral.queries.js';
import { SideCard } from './referral-side.js';
import { Timeline } from './timeline.js';

interface Props {
  readonly id: string;
  readonly onDecide: (kind: DecisionKind) => void;
}

/** Shows a referral: both people, their rewards, the timeline and the possible decisions. */
export function ReferralDetail({ id, onDecide }: Props): JSX.Element {
  const say = useSay();
  const { data, error, refetch } = useReferral(id);
  if (data !== undefined) return <Details referral={data} onDecide={onDecide} />;
  if (error instanceof ProblemError && [404, 422].includes(error.status)) {
    return (
      <EmptyState title={say(referralMessages.notFound)}>{say(referralMessages.notFoundAdvice)}</EmptyState>
    );
  }
  if (error !== null) return <ErrorNotice error={error} onRetry={refetch} />;
  return <DetailSkeleton />;
}

function Details({
  referral,
  onDecide,
}: Pick<Props, 'onDecide'> & { referral: ReferralDetails }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { referrer_name, referee_name, status, referral_code, created_at, timeline } = referral;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(status);
  useEffect(() => {
    // The pressed button may be gone, so the focus moves to the heading.
    if (shown.current !== status) heading.current?.focus();
    shown.current = status;
  }, [status]);
  const names = { referrer: referrer_name, referee: referee_name };
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={3} size="h3" ref={heading} tabIndex={-1}>
          {say(referralsMessages.openReferral, names)}
        </Title>
        <Group gap="sm">
          <ReferralStatusBadge status={status} />
          <Text size="sm" c="dimmed">
            {momentText(created_at, locale)}
          </Text>
          <Text size="sm" c="dimmed">
            {say(referralMessages.code)}{' '}
            <Text span ff="monospace">
              {referral_code}
            </Text>
          </Text>
        </Group>
        <Text size="sm">{say(referralMessages[status])}</Text>
      </Stack>
      <Decisions status={status} onDecide={onDecide} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <SideCard side="referrer" referral={referral} />
        <SideCard side="referee" referral={referral} />
      </SimpleGrid>
      <section>
        <Title order={4} size="h5" mb="sm">
          {say(referralMessages.history)}
        </Title>
        <Timeline lines={timeline} names={names} />
      </section>
    </Stack>
  );
}

/** Offers the decisions for a status: a pending referral can be approved, and one that is not over can be voided. */
function Decisions({
  status,
  onDecide,
}: Pick<Props, 'onDecide'> & { status: ReferralDetails['status'] }): JSX.Element | null {
  const say = useSay();
  if (status === 'rejected' || status === 'reversed') return null;
  return (
    <Group gap="sm">
      {status === 'pending' && (
        <Button
          onClick={() => {
            onDecide('approve');
          }}
        >
          {say(decisionMessages.approve)}
        </Button>
      )}
      <Button
        variant="default"
        onClick={() => {
          onDecide('void');
        }}
      >
        {say(decisionMessages.void)}
      </Button>
    </Group>
  );
}

function DetailSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <Stack role="status" aria-label={say(commonMessages.loading)} gap="md">
      <Skeleton h={26} w="80%" />
      <Skeleton h={18} w="50%" />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Skeleton h={130} />
        <Skeleton h={130} />
      </SimpleGrid>
      <Skeleton h={160} />
    </Stack>
  );
}
