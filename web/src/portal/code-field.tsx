import { Button, Text } from '@mantine/core';
import { type JSX, useRef } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { CopyFeedback } from './copy-feedback.js';
import { CheckIcon, CopyIcon } from './icons.js';
import classes from './portal.module.css';
import { useCopy } from './use-copy.js';

const GROUP = 4;

/** The code, large: in two groups for the eye, and in one piece for the clipboard. */
export function CodeField({ code }: { code: string }): JSX.Element {
  const say = useSay();
  const shown = useRef<HTMLElement>(null);
  const { copied, copy } = useCopy(code, () => shown.current);
  return (
    <div className={classes.codeBox}>
      <Text size="sm" c="dimmed">
        {say(m.yourCode)}
      </Text>
      <code className={classes.code} ref={shown}>
        <span>{code.slice(0, GROUP)}</span>
        <span>{code.slice(GROUP)}</span>
      </code>
      <Button
        variant="default"
        size="sm"
        onClick={copy}
        leftSection={copied === 'yes' ? <CheckIcon /> : <CopyIcon />}
      >
        {say(copied === 'yes' ? m.copied : m.copyCode)}
      </Button>
      <CopyFeedback copied={copied} done={m.codeCopied} />
    </div>
  );
}
