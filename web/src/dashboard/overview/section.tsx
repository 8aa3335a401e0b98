import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type JSX, type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  /** How the figures are to be read, in a sentence. */
  readonly note?: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the overview: a card with its heading. */
export function Section({ title, note, aside, className, children }: Props): JSX.Element {
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
          {note !== undefined && (
            <Text size="sm" c="dimmed" maw={800}>
              {note}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
