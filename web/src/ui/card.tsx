import { Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type JSX, type ReactNode, useId } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';

interface Props {
  readonly title: string;
  /** One sentence below the title. */
  readonly lead?: string;
  /** Shown beside the title. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Shows a framed section of a page with its heading. */
export function Card({ title, lead, aside, className, children }: Props): JSX.Element {
  const id = useId();
  return (
    <Paper
      component="section"
      withBorder
      p={{ base: 'md', sm: 'lg' }}
      aria-labelledby={id}
      className={className}
    >
      <Stack gap="md">
        <div>
          <Group justify="space-between" gap="xs" align="baseline">
            <Title order={2} size="h4" id={id}>
              {title}
            </Title>
            {aside}
          </Group>
          {lead !== undefined && (
            <Text size="sm" c="dimmed" maw={800} mt={2}>
              {lead}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}

/** Shows a placeholder while a card loads. @param height of the part below the title */
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
