import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { answer } from 'referrals-sdk';
import { ProblemError } from 'referrals-sdk/problem';
import { useApi } from '../api/api-context.js';
import { InTenant } from '../session/tenant-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { EnrollPage } from './enroll-page.js';
import { linkOf } from './enroll-link.js';
import { Frame } from './frame.js';
import { LoadingCard } from './loading-card.js';
import { Nowhere } from './nowhere.js';
import { useLinkOpened } from './use-link-opened.js';

/** The page of a shared link: of which business, or that there is none. */
export function Enrollment(): JSX.Element {
  const [link] = useState(() => linkOf(location));
  const api = useApi();
  const { data, error, refetch } = useQuery({
    queryKey: ['branding', link.slug],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/branding', { params: { query: { tenant_slug: link.slug } }, signal })),
    enabled: link.slug !== '',
    staleTime: Infinity,
  });
  useLinkOpened(link);
  if (data !== undefined) {
    return (
      <InTenant branding={data}>
        <EnrollPage link={link} />
      </InTenant>
    );
  }
  return (
    <Frame>
      {link.slug === '' || isNobodys(error) ? (
        <Nowhere />
      ) : error === null ? (
        <LoadingCard />
      ) : (
        <ErrorNotice error={error} onRetry={refetch} />
      )}
    </Frame>
  );
}

/** 404: of no business, or of one that is suspended. 422: that can't be a business's name. */
const isNobodys = (error: Error | null): boolean =>
  error instanceof ProblemError && [404, 422].includes(error.status);
