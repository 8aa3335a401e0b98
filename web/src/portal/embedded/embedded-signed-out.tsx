import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { portalMessages as m } from '../../messages/portal.js';
import { sessionMessages } from '../../messages/session.js';

/** The session is over; the host is asked for a new one. */
export function EmbeddedSignedOut({ onGoOn }: { onGoOn: () => void }): JSX.Element {
  const say = useSay();
  return (
    <Paper component="main" withBorder p="xl">
      <Stack align="center" gap="sm" ta="center">
        <Title order={1} size="h3">
          {say(sessionMessages.expired)}
        </Title>
        <Text c="dimmed">{say(m.embedExpiredAdvice)}</Text>
        <Button onClick={onGoOn} mt="xs">
          {say(m.goOn)}
        </Button>
      </Stack>
    </Paper>
  );
}
