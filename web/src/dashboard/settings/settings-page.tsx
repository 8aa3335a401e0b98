import { type JSX, useState } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { settingsMessages } from '../../messages/settings.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Page } from '../page.js';
import { BrandCard } from './brand-card.js';
import { CostCard } from './cost-card.js';
import { ExposureNotice } from './exposure-notice.js';
import { FirstVisit } from './first-visit.js';
import { HistoryCard } from './history-card.js';
import { MoreSettings } from './more-settings.js';
import { useProgram } from './program-api.js';
import { ProgramFormProvider, useProgramForm } from './program-form.js';
import { ProgramSwitch } from './program-switch.js';
import { RewardsCard } from './rewards-card.js';
import { SaveBar } from './save-bar.js';
import styles from './settings.module.css';
import { SettingsSkeleton } from './settings-skeleton.js';
import { UnsavedGuard } from './unsaved-guard.js';

const FORM_ID = 'program';

/** Settings > Referrals. */
export default function SettingsPage(): JSX.Element {
  const say = useSay();
  const { data: saved, error, refetch } = useProgram();
  return (
    <Page title={say(settingsMessages.title)} lead={say(settingsMessages.lead)}>
      {saved !== undefined ? (
        <ProgramFormProvider saved={saved}>
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
          <CostCard />
        </div>
        <div className={styles.rest}>
          <BrandCard typed={color} onType={setColor} />
          <HistoryCard />
        </div>
      </div>
      <SaveBar formId={FORM_ID} />
    </>
  );
}
