import { Button, Center, Stack, Text, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';
import { sessionMessages, sessionMessages as messages } from '../messages/session.js';

interface Props {
  readonly title: Message;
  readonly advice: Message;
  /** The possible actions. */
  readonly children: ReactNode;
}

/** Shows a page with a notice about the session. */
function SessionNotice({ title, advice, children }: Props): JSX.Element {
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

interface OtherSessionProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before a link replaces the session by that of another account. */
export function OtherSession({ onStay, onLeave }: OtherSessionProps): JSX.Element {
  const say = useSay();
  return (
    <SessionNotice title={messages.otherSession} advice={messages.otherSessionAdvice}>
      <Button onClick={onStay}>{say(messages.stay)}</Button>
      <Button variant="default" onClick={onLeave}>
        {say(messages.leave)}
      </Button>
    </SessionNotice>
  );
}

export type SignedOutReason = 'expired' | 'no_session' | 'wrong_link';

const TITLES = {
  expired: sessionMessages.expired,
  no_session: sessionMessages.noSession,
  wrong_link: sessionMessages.wrongLink,
} as const;
const ADVICE = {
  expired: sessionMessages.expiredAdvice,
  no_session: sessionMessages.noSessionAdvice,
  wrong_link: sessionMessages.wrongLinkAdvice,
} as const;

/** Shows why there is no session, and a link back to the host platform. */
export function SignedOut({
  reason,
  returnUrl,
}: {
  reason: SignedOutReason;
  returnUrl: string | null;
}): JSX.Element {
  const say = useSay();
  return (
    <SessionNotice title={TITLES[reason]} advice={ADVICE[reason]}>
      {returnUrl !== null && (
        <Button component="a" href={returnUrl} rel="noreferrer" mt="sm">
          {say(sessionMessages.back, { host: new URL(returnUrl).host })}
        </Button>
      )}
    </SessionNotice>
  );
}
