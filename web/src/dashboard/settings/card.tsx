import { Paper, Stack, Text, Title } from '@mantine/core';
import { type JSX, type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A part of the settings, with its heading. */
export function Card({ title, lead, children }: Props): JSX.Element {
  const id = useId();
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} aria-labelledby={id}>
      <Stack gap="md">
        <div>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text size="sm" c="dimmed" mt={2}>
              {lead}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
