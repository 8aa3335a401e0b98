import { Text, VisuallyHidden } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';
import { portalMessages as m } from '../messages/portal.js';
import type { Copied } from './use-copy.js';

/** Says to everybody what became of a copy: to be heard when it worked, to be read as well when it did not. */
export function CopyFeedback({ copied, done }: { copied: Copied; done: Message }): JSX.Element {
  const say = useSay();
  return (
    <div role="status">
      {copied === 'yes' && <VisuallyHidden>{say(done)}</VisuallyHidden>}
      {copied === 'by_hand' && (
        <Text size="sm" mt="xs">
          {say(m.copyByHand)}
        </Text>
      )}
    </div>
  );
}
