import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { sessionMessages as messages } from '../messages/session.js';
import { SessionNotice } from './session-notice.js';

interface Props {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before a link signs somebody else in, or the same person at another business: they may not have meant it. */
export function OtherSession({ onStay, onLeave }: Props): JSX.Element {
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
