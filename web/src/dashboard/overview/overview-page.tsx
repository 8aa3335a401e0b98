import { VisuallyHidden } from '@mantine/core';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { dashboardMessages } from '../../messages/dashboard.js';
import { overviewMessages } from '../../messages/overview.js';
import { Page } from '../page.js';
import { OwedCard } from './owed-card.js';
import classes from './overview.module.css';
import { intervalText } from './interval-words.js';
import { PeriodChoice } from './period-choice.js';
import { DEFAULT_PERIOD, type PeriodName, periodNamed } from './period.js';
import { SummaryCards } from './summary-cards.js';
import { useFirstVisit, useSummary } from './use-overview.js';
import { WarmStart } from './warm-start.js';

/** How the program does, in a period that the address names. */
export default function OverviewPage(): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const [period, choose] = usePeriod();
  const summary = useSummary(period);
  const isFirstVisit = useFirstVisit(summary.data);
  const title = say(dashboardMessages.overview);
  if (isFirstVisit === true) {
    return (
      <Page title={title}>
        <WarmStart />
      </Page>
    );
  }
  const { data, isPlaceholderData: isOld } = summary;
  return (
    <Page
      title={title}
      lead={say(overviewMessages.lead)}
      actions={<PeriodChoice period={period} onChoose={choose} />}
    >
      <VisuallyHidden role="status">
        {data !== undefined &&
          !isOld &&
          say(overviewMessages.shown, {
            day: intervalText({ interval: 'day', start: data.from }, data, locale),
          })}
      </VisuallyHidden>
      <div className={classes.page} aria-busy={isOld}>
        <SummaryCards summary={summary} isReady={isFirstVisit === false} />
        <OwedCard />
      </div>
    </Page>
  );
}

/** The period of the address; going back leaves the page, rather than through each period that was looked at. */
function usePeriod(): [PeriodName, (period: PeriodName) => void] {
  const [parameters, setParameters] = useSearchParams();
  const choose = (period: PeriodName): void => {
    setParameters(period === DEFAULT_PERIOD ? {} : { period }, { replace: true });
  };
  return [periodNamed(parameters.get('period')), choose];
}
