import { Paper, Stack, Text, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** Why there is nothing to show, and what to do. */
  readonly children: ReactNode;
  /** The next step, as a button or a link. */
  readonly action?: ReactNode;
}

/** Replaces a list or figure that has nothing to show yet. */
export function EmptyState({ title, children, action }: Props): JSX.Element {
  return (
    <Paper withBorder px="md" py={48} ta="center">
      <Stack gap="xs" align="center">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text c="dimmed" maw={440}>
          {children}
        </Text>
        {action !== undefined && <Stack mt="sm">{action}</Stack>}
      </Stack>
    </Paper>
  );
}
