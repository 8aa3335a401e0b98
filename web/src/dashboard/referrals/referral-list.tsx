import { Box, Button, Group, Stack, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { dashboardMessages } from '../../messages/dashboard.js';
import { referralsMessages } from '../../messages/referrals.js';
import { EmptyState } from '../../ui/empty-state.js';
import { type Column, ListView } from '../../ui/list-view.js';
import { RowLink } from '../../ui/row-link.js';
import { ReferralStatusBadge } from '../../ui/status-badge.js';
import { dayText } from '../../ui/value-words.js';
import { type Filters, filtersSet, queryOf } from './filters.js';
import { Person, SideReward } from './referral-side.js';
import { type Referral, useReferrals } from './referral.queries.js';
import { useOpenReferral } from './use-open-referral.js';

/** Lists the referrals that match the filters, page by page. */
export function ReferralList({ filters, onClear }: { filters: Filters; onClear: () => void }): JSX.Element {
  const say = useSay();
  const columns = useColumns();
  return (
    <ListView
      label={say(dashboardMessages.referrals)}
      list={useReferrals(queryOf(filters))}
      keyOf={({ id }) => id}
      columns={columns}
      card={(referral) => <ReferralCard referral={referral} />}
      empty={filtersSet(filters) === 0 ? <NoneYet /> : <NothingFound onClear={onClear} />}
    />
  );
}

function useColumns(): readonly Column<Referral>[] {
  const say = useSay();
  const { locale } = useLanguage();
  return [
    {
      header: say(referralsMessages.referrer),
      cell: ({ referrer_name, referrer_email }) => <Person name={referrer_name} email={referrer_email} />,
    },
    {
      header: say(referralsMessages.reward),
      width: '14%',
      cell: (referral) => <SideReward side="referrer" referral={referral} />,
    },
    {
      header: say(referralsMessages.referee),
      cell: (referral) => (
        <Person
          name={<ReferralLink referral={referral}>{referral.referee_name}</ReferralLink>}
          email={referral.referee_email}
        />
      ),
    },
    {
      header: say(referralsMessages.reward),
      width: '14%',
      cell: (referral) => <SideReward side="referee" referral={referral} />,
    },
    {
      header: say(referralsMessages.date),
      width: '12%',
      cell: ({ created_at }) => <Text size="sm">{dayText(created_at, locale)}</Text>,
    },
    {
      header: say(referralsMessages.status),
      width: '17%',
      cell: ({ status }) => <ReferralStatusBadge status={status} />,
    },
  ];
}

function ReferralCard({ referral }: { referral: Referral }): JSX.Element {
  const { locale } = useLanguage();
  const { referrer_name, referrer_email, referee_name, referee_email, created_at, status } = referral;
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <ReferralStatusBadge status={status} />
        <Text size="xs" c="dimmed">
          {dayText(created_at, locale)}
        </Text>
      </Group>
      <Side side="referrer" referral={referral}>
        <Person name={referrer_name} email={referrer_email} />
      </Side>
      <Side side="referee" referral={referral}>
        <Person
          name={<ReferralLink referral={referral}>{referee_name}</ReferralLink>}
          email={referee_email}
        />
      </Side>
    </Stack>
  );
}

function Side({
  side,
  referral,
  children,
}: {
  side: 'referrer' | 'referee';
  referral: Referral;
  children: ReactNode;
}): JSX.Element {
  const say = useSay();
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>
        {say(referralsMessages[side])}
      </Text>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Box miw={0}>{children}</Box>
        <Box ta="right" flex="none" maw="50%">
          <SideReward side={side} referral={referral} />
        </Box>
      </Group>
    </div>
  );
}

/** Links to the referral's details. */
function ReferralLink({
  referral: { id, referrer_name, referee_name },
  children,
}: {
  referral: Referral;
  children: ReactNode;
}): JSX.Element {
  const say = useSay();
  const { linkTo } = useOpenReferral();
  const label = say(referralsMessages.openReferral, { referee: referee_name, referrer: referrer_name });
  return (
    <RowLink {...linkTo(id)} label={label}>
      {children}
    </RowLink>
  );
}

function NoneYet(): JSX.Element {
  const say = useSay();
  return (
    <EmptyState
      title={say(referralsMessages.none)}
      action={
        <Button component={Link} to="/settings/referrals">
          {say(referralsMessages.openSettings)}
        </Button>
      }
    >
      {say(referralsMessages.noneAdvice)}
    </EmptyState>
  );
}

function NothingFound({ onClear }: { onClear: () => void }): JSX.Element {
  const say = useSay();
  return (
    <EmptyState
      title={say(referralsMessages.nothingFound)}
      action={
        <Button variant="default" onClick={onClear}>
          {say(referralsMessages.clear)}
        </Button>
      }
    >
      {say(referralsMessages.nothingFoundAdvice)}
    </EmptyState>
  );
}
