import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { CopyFeedback } from './copy-feedback.js';
import { CheckIcon, CopyIcon, ShareIcon } from './icons.js';
import { useCopy } from './use-copy.js';
import type { Invitation } from './use-invitation.js';

/** The page's main action: what the device has for sharing; where it has nothing, the invitation goes to the clipboard. */
export function ShareButton({ invitation }: { invitation: Invitation }): JSX.Element {
  const say = useSay();
  const { subject, text } = invitation;
  const { copied, copy } = useCopy(text, () => null);
  const data: ShareData = { title: subject, text };
  const canShare = typeof navigator.canShare === 'function' && navigator.canShare(data);
  const share = async (): Promise<void> => {
    try {
      await navigator.share(data);
    } catch (error) {
      if (!isCalledOff(error)) copy();
    }
  };
  return (
    <div>
      <Button
        fullWidth
        size="md"
        onClick={canShare ? () => void share() : copy}
        leftSection={<MainIcon canShare={canShare} copied={copied === 'yes'} />}
      >
        {say(copied === 'yes' ? m.invitationCopied : canShare ? m.share : m.copyInvitation)}
      </Button>
      <CopyFeedback copied={copied} done={m.invitationCopied} />
    </div>
  );
}

function MainIcon({ canShare, copied }: { canShare: boolean; copied: boolean }): JSX.Element {
  if (copied) return <CheckIcon />;
  return canShare ? <ShareIcon /> : <CopyIcon />;
}

/** The person has closed the device's list again: that is no fault. */
const isCalledOff = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
