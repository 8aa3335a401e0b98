import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { dashboardMessages } from '../../messages/dashboard.js';
import { referralsMessages } from '../../messages/referrals.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Page } from '../page.js';
import { ExportButton } from './export-button.js';
import { FilterBar } from './filter-bar.js';
import { queryOf } from './filters.js';
import { HeldNotice } from './held-notice.js';
import { ReferralDrawer } from './referral-drawer.js';
import { ReferralList } from './referral-list.js';
import { useExport } from './use-export.js';
import { useFilters } from './use-filters.js';

/** Customers > Referrals: who brought whom, and what became of it. */
export default function ReferralsPage(): JSX.Element {
  const say = useSay();
  const filtering = useFilters();
  const file = useExport(queryOf(filtering.filters));
  return (
    <Page
      title={say(dashboardMessages.referrals)}
      lead={say(referralsMessages.lead)}
      actions={<ExportButton {...file} />}
    >
      {file.error !== null && <ErrorNotice error={file.error} onRetry={file.start} />}
      <HeldNotice />
      <Stack gap="md">
        <FilterBar {...filtering} />
        <ReferralList filters={filtering.filters} onClear={filtering.clear} />
      </Stack>
      <ReferralDrawer />
    </Page>
  );
}
