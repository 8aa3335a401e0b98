import { Skeleton, Stack, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { ErrorNotice } from '../../ui/error-notice.js';

interface Props<Data> {
  readonly title: string;
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** A part of a customer's details, which is fetched by itself: one that fails leaves the others. */
export function Section<Data>({ title, query, children }: Props<Data>): JSX.Element {
  const say = useSay();
  const { data, error, refetch } = query;
  return (
    <Stack component="section" gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      {data !== undefined && children(data)}
      {data === undefined && error !== null && <ErrorNotice error={error} onRetry={refetch} />}
      {data === undefined && error === null && (
        <Stack role="status" aria-label={say(commonMessages.loading)} gap="xs">
          <Skeleton h={18} w="50%" />
          <Skeleton h={18} w="80%" />
        </Stack>
      )}
    </Stack>
  );
}
