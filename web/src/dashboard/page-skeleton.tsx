import { Skeleton, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';

/** The shape of a page while it is fetched. */
export function PageSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <Stack role="status" aria-label={say(commonMessages.loading)} gap="md">
      <Skeleton h={34} w={220} />
      <Skeleton h={120} />
      <Skeleton h={280} />
    </Stack>
  );
}
