import { Paper, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { enrollMessages } from '../messages/enroll.js';

/** For a link of no business, or of one that is closed at the moment. */
export function Nowhere(): JSX.Element {
  const say = useSay();
  return (
    <Paper withBorder radius="lg" p="xl" mt={64}>
      <Stack gap="xs" ta="center">
        <Title order={1} size="h2">
          {say(enrollMessages.nowhere)}
        </Title>
        <Text c="dimmed">{say(enrollMessages.nowhereAdvice)}</Text>
      </Stack>
    </Paper>
  );
}
