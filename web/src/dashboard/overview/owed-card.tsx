import type { JSX } from 'react';
import { ErrorNotice } from '../../ui/error-notice.js';
import { CardSkeleton } from './card-skeleton.js';
import overview from './overview.module.css';
import { Owed } from './owed.js';
import { useLiability } from './use-overview.js';

/** What is owed, fetched apart: it is the same in every period. */
export function OwedCard(): JSX.Element {
  const { data, error, refetch } = useLiability();
  if (data !== undefined) return <Owed liability={data} />;
  if (error === null) return <CardSkeleton height={320} className={overview.half} />;
  return (
    <div className={overview.half}>
      <ErrorNotice error={error} onRetry={refetch} />
    </div>
  );
}
