import { type JSX, useState } from 'react';
import { Group, Paper, Skeleton, Switch, Text } from '@mantine/core';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { settingsMessages } from '../../messages/settings.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Page } from '../page.js';
import { useSavedProgram } from '../use-program.js';
import { BrandCard } from './brand-card.js';
import { BudgetCard } from './budget-card.js';
import { CostCard } from './cost-card.js';
import { ExposureNotice } from './exposure-notice.js';
import { HistoryCard } from './history-card.js';
import { MoreSettings } from './more-settings.js';
import { ProgramFormProvider, useProgramForm } from './program-form.js';
import { RewardsCard } from './rewards-card.js';
import styles from './settings.module.css';
import { useVersions } from './settings.queries.js';
import { ConflictDialog, SaveBar, UnsavedGuard } from './unsaved-changes.js';

const FORM_ID = 'program';

/** Shows Settings > Referrals. */
export default function SettingsPage(): JSX.Element {
  const say = useSay();
  const { data: program, error, refetch } = useSavedProgram();
  return (
    <Page title={say(settingsMessages.title)} lead={say(settingsMessages.lead)}>
      {program !== undefined ? (
        <ProgramFormProvider program={program}>
          <Settings />
        </ProgramFormProvider>
      ) : error !== null ? (
        <ErrorNotice error={error} onRetry={refetch} />
      ) : (
        <SettingsSkeleton />
      )}
    </Page>
  );
}

function Settings(): JSX.Element {
  const { changed, save } = useProgramForm();
  const [color, setColor] = useState<string | null>(null);
  return (
    <>
      <UnsavedGuard active={changed || color !== null} />
      <FirstVisit />
      <div className={styles.page}>
        <form
          id={FORM_ID}
          noValidate
          className={styles.main}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <ProgramSwitch />
          <ExposureNotice />
          <RewardsCard />
          <MoreSettings />
        </form>
        <div className={styles.aside}>
          <BudgetCard />
          <CostCard />
        </div>
        <div className={styles.rest}>
          <BrandCard typed={color} onType={setColor} />
          <HistoryCard />
        </div>
      </div>
      <SaveBar formId={FORM_ID} />
      <ConflictDialog />
    </>
  );
}

/** Shows the first steps to a tenant that has saved nothing yet. */
function FirstVisit(): JSX.Element | null {
  const say = useSay();
  const { data } = useVersions();
  if (data?.length !== 0) return null;
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} className={styles.hint ?? ''}>
      <Text fw={650}>{say(settingsMessages.firstVisit)}</Text>
      <Text size="sm" mt={2}>
        {say(settingsMessages.firstVisitSteps)}
      </Text>
    </Paper>
  );
}

/** Shows a placeholder while the settings load. */
function SettingsSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <div role="status" aria-label={say(commonMessages.loading)} className={styles.page}>
      <div className={styles.main}>
        <Skeleton h={92} />
        <Skeleton h={340} />
        <Skeleton h={84} />
      </div>
      <div className={styles.aside}>
        <Skeleton h={320} />
      </div>
    </div>
  );
}

/** Switches the program on or off, and explains the state. */
function ProgramSwitch(): JSX.Element {
  const say = useSay();
  const { draft, change } = useProgramForm();
  const on = draft.referral_enabled;
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} className={styles.switch} data-on={on}>
      <Group wrap="nowrap" gap="md" align="flex-start">
        <Switch
          id="referral_enabled"
          size="xl"
          withThumbIndicator={false}
          checked={on}
          onChange={(event) => {
            change({ referral_enabled: event.currentTarget.checked });
          }}
          aria-label={say(settingsMessages.title)}
          aria-describedby="switch-means"
        />
        <div>
          <Text component="h2" size="lg" fw={650} lh={1.3}>
            {say(on ? settingsMessages.on : settingsMessages.off)}
          </Text>
          <Text size="sm" c="dimmed" id="switch-means" aria-live="polite">
            {say(on ? settingsMessages.onMeans : settingsMessages.offMeans)}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}
