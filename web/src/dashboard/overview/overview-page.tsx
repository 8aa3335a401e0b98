import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { dashboardMessages } from '../../messages/dashboard.js';
import { overviewMessages } from '../../messages/overview.js';
import { CardSkeleton } from '../../ui/card.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Page } from '../page.js';
import { Funnel } from './funnel.js';
import { intervalText } from './overview-words.js';
import classes from './overview.module.css';
import { OwedCard } from './owed.js';
import { DEFAULT_PERIOD, type PeriodName, periodNamed, PERIODS } from './period.js';
import { PromoOverlap } from './promo-overlap.js';
import { TopReferrers } from './top-referrers.js';
import { Trend } from './trend.js';
import { type Summary, useFirstVisit, useSummary } from './use-overview.js';
import { GettingStarted } from './getting-started.js';

/** Shows the program's figures in the period that the address names. */
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
        <GettingStarted />
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

/** Reads and sets the period in the address, without history entries: the back button leaves the page. */
function usePeriod(): [PeriodName, (period: PeriodName) => void] {
  const [parameters, setParameters] = useSearchParams();
  const choose = (period: PeriodName): void => {
    setParameters(period === DEFAULT_PERIOD ? {} : { period }, { replace: true });
  };
  return [periodNamed(parameters.get('period')), choose];
}

interface Props {
  readonly period: PeriodName;
  readonly onChoose: (period: PeriodName) => void;
}

/** Lets the user choose the period. */
function PeriodChoice({ period, onChoose }: Props): JSX.Element {
  const say = useSay();
  return (
    <SegmentedControl
      aria-label={say(overviewMessages.period)}
      data={PERIODS.map((name) => ({ value: name, label: say(overviewMessages[name]) }))}
      value={period}
      onChange={onChoose}
      withItemsBorders={false}
    />
  );
}

interface SummaryCardsProps {
  readonly summary: UseQueryResult<Summary>;
  /** False until it is known that there is something to show. */
  readonly isReady: boolean;
}

/** Shows the cards that come from the summary. */
function SummaryCards({ summary, isReady }: SummaryCardsProps): JSX.Element {
  const { data, error, refetch } = summary;
  if (data !== undefined && isReady) {
    return (
      <>
        <Funnel figures={data.funnel} />
        <Trend key={data.from} summary={data} />
        <PromoOverlap overlap={data.promo_overlap} />
        <TopReferrers referrers={data.top_referrers} />
      </>
    );
  }
  if (error !== null) {
    return (
      <div className={classes.wide}>
        <ErrorNotice error={error} onRetry={refetch} />
      </div>
    );
  }
  return (
    <>
      <CardSkeleton height={190} className={classes.wide} />
      <CardSkeleton height={290} className={classes.most} />
      <CardSkeleton height={290} className={classes.rest} />
      <CardSkeleton height={320} className={classes.half} />
    </>
  );
}
