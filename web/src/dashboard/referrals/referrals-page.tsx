import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { dashboardMessages } from '../../messages/dashboard.js';
import { referralsMessages } from '../../messages/referrals.js';
import { Page } from '../page.js';
import { FilterBar } from './filter-bar.js';
import { HeldNotice } from './held-notice.js';
import { ReferralDrawer } from './referral-drawer.js';
import { ReferralList } from './referral-list.js';
import { useFilters } from './use-filters.js';

/** Customers > Referrals: who brought whom, and what became of it. */
export default function ReferralsPage(): JSX.Element {
  const say = useSay();
  const filtering = useFilters();
  return (
    <Page title={say(dashboardMessages.referrals)} lead={say(referralsMessages.lead)}>
      <HeldNotice />
      <Stack gap="md">
        <FilterBar {...filtering} />
        <ReferralList filters={filtering.filters} onClear={filtering.clear} />
      </Stack>
      <ReferralDrawer />
    </Page>
  );
}
