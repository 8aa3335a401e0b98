import { Center, Stack, Text, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';

interface Props {
  readonly title: Message;
  readonly advice: Message;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** A page that says how it stands with the session, and nothing else. */
export function SessionNotice({ title, advice, children }: Props): JSX.Element {
  const say = useSay();
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack align="center" gap="sm" maw={440} ta="center">
        <Title order={1} size="h2">
          {say(title)}
        </Title>
        <Text c="dimmed">{say(advice)}</Text>
        {children}
      </Stack>
    </Center>
  );
}
