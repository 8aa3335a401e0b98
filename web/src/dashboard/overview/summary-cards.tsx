import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import { ErrorNotice } from '../../ui/error-notice.js';
import { CardSkeleton } from './card-skeleton.js';
import { Funnel } from './funnel.js';
import overview from './overview.module.css';
import { PromoOverlap } from './promo-overlap.js';
import { TopReferrers } from './top-referrers.js';
import { Trend } from './trend.js';
import type { Summary } from './use-overview.js';

interface Props {
  readonly summary: UseQueryResult<Summary>;
  /** False while it may still be that there is nothing to show at all. */
  readonly isReady: boolean;
}

/** The cards of the period, which come from one answer. */
export function SummaryCards({ summary, isReady }: Props): JSX.Element {
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
      <div className={overview.wide}>
        <ErrorNotice error={error} onRetry={refetch} />
      </div>
    );
  }
  return (
    <>
      <CardSkeleton height={190} className={overview.wide} />
      <CardSkeleton height={290} className={overview.most} />
      <CardSkeleton height={290} className={overview.rest} />
      <CardSkeleton height={320} className={overview.half} />
    </>
  );
}
