import { Paper, Stack, Title } from '@mantine/core';
import { type JSX, type ReactNode, useId } from 'react';

/** A part of the portal, with its heading. */
export function PortalCard({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  const id = useId();
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
