import { Container, Group, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Preferences } from '../ui/preferences.js';

/** A narrow column under a quiet line with the business's name, the language and the light. */
export function Frame({ tenant = '', children }: { tenant?: string; children: ReactNode }): JSX.Element {
  return (
    <Container size={512} px="md" pb={48}>
      <Group component="header" justify="space-between" wrap="nowrap" py="md">
        <Text fw={650} truncate>
          {tenant}
        </Text>
        <Preferences />
      </Group>
      <main>{children}</main>
    </Container>
  );
}
