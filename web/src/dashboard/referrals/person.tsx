import { Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

/** Somebody by name and e-mail address, each on a line. */
export function Person({ name, email }: { name: ReactNode; email: string }): JSX.Element {
  return (
    <>
      <Text component="div" size="sm" fw={550} truncate>
        {name}
      </Text>
      <Text size="xs" c="dimmed" truncate title={email}>
        {email}
      </Text>
    </>
  );
}
