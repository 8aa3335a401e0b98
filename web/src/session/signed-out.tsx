import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { sessionMessages } from '../messages/session.js';
import { SessionNotice } from './session-notice.js';

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

/** Why nothing is shown, and the way back to the host platform, by its name. */
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
