import { Avatar, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTenant } from '../session/tenant-context.js';
import { Preferences } from '../ui/preferences.js';

/** Whose portal this is. */
export function PortalHeader(): JSX.Element {
  const { name } = useTenant();
  return (
    <Group component="header" justify="space-between" wrap="nowrap" mb="md">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Avatar name={name} color="brand" variant="filled" size="sm" radius="sm" aria-hidden />
        <Text fw={650} truncate>
          {name}
        </Text>
      </Group>
      <Preferences />
    </Group>
  );
}
