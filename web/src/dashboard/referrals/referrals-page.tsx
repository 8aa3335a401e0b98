import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { dashboardMessages } from '../../messages/dashboard.js';
import { referralsMessages } from '../../messages/referrals.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useUrlFilters } from '../../ui/use-url-filters.js';
import { Page } from '../page.js';
import { ExportButton, useExport } from './export-button.js';
import { FilterBar } from './filter-bar.js';
import { FILTER_NAMES, queryOf, validFilters } from './filters.js';
import { HeldNotice } from './held-notice.js';
import { ReferralDrawer } from './referral-drawer.js';
import { ReferralList } from './referral-list.js';

/** Shows Customers > Referrals: who referred whom, and with what result. */
export default function ReferralsPage(): JSX.Element {
  const say = useSay();
  const { values, change, clear } = useUrlFilters(FILTER_NAMES);
  const filters = validFilters(values);
  const file = useExport(queryOf(filters));
  return (
    <Page
      title={say(dashboardMessages.referrals)}
      lead={say(referralsMessages.lead)}
      actions={<ExportButton {...file} />}
    >
      {file.error !== null && <ErrorNotice error={file.error} onRetry={file.start} />}
      <HeldNotice />
      <Stack gap="md">
        <FilterBar filters={filters} change={change} clear={clear} />
        <ReferralList filters={filters} onClear={clear} />
      </Stack>
      <ReferralDrawer />
    </Page>
  );
}
