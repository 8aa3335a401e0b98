import { Paper, Skeleton, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';

/** The shape of a card while it is fetched. @param height of what stands below its title */
export function CardSkeleton({
  height,
  className,
}: {
  height: number;
  className: string | undefined;
}): JSX.Element {
  const say = useSay();
  return (
    <Paper
      withBorder
      p={{ base: 'md', sm: 'lg' }}
      role="status"
      aria-label={say(commonMessages.loading)}
      className={className}
    >
      <Stack gap="md">
        <Skeleton h={22} w="45%" />
        <Skeleton h={height} />
      </Stack>
    </Paper>
  );
}
