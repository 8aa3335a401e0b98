import { Paper, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { useTenant } from '../session/tenant-context.js';

/** The program is off: nothing to share, and nothing lost. */
export function PausedCard(): JSX.Element {
  const say = useSay();
  const { name: tenant } = useTenant();
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }}>
      <Title order={1} size="h2">
        {say(m.paused)}
      </Title>
      <Text mt="xs">{say(m.pausedAdvice, { tenant })}</Text>
    </Paper>
  );
}
