import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { type JSX, type ReactNode, type RefObject, useRef } from 'react';
import { useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';
import { portalMessages as m } from '../messages/portal.js';
import { CheckIcon, CopyIcon } from './icons.js';
import classes from './portal.module.css';
import { type Copied, useCopy } from './use-copy.js';

const GROUP = 4;

/** Shows the code in two groups. */
export function Code({
  code,
  ref,
  children,
}: {
  code: string;
  ref?: RefObject<HTMLElement | null>;
  children: ReactNode;
}): JSX.Element {
  const say = useSay();
  return (
    <div className={classes.codeBox}>
      <Text size="sm" c="dimmed">
        {say(m.yourCode)}
      </Text>
      <code className={classes.code} ref={ref}>
        <span>{code.slice(0, GROUP)}</span>
        <span>{code.slice(GROUP)}</span>
      </code>
      {children}
    </div>
  );
}

/** Shows the code, and copies it in one piece. */
export function CodeField({ code }: { code: string }): JSX.Element {
  const say = useSay();
  const shown = useRef<HTMLElement>(null);
  const { copied, copy } = useCopy(code, () => shown.current);
  return (
    <Code code={code} ref={shown}>
      <Button
        variant="default"
        size="sm"
        onClick={copy}
        leftSection={copied === 'yes' ? <CheckIcon /> : <CopyIcon />}
      >
        {say(copied === 'yes' ? m.copied : m.copyCode)}
      </Button>
      <CopyFeedback copied={copied} done={m.codeCopied} />
    </Code>
  );
}

/** Shows the enrollment link with the code. */
export function LinkField({ url }: { url: string }): JSX.Element {
  const say = useSay();
  const shown = useRef<HTMLAnchorElement>(null);
  const { copied, copy } = useCopy(url, () => shown.current);
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {say(m.yourLink)}
      </Text>
      <Group gap="xs" wrap="nowrap" className={classes.linkBox}>
        <a ref={shown} href={url} target="_blank" rel="noreferrer" className={classes.link}>
          {url}
        </a>
        <Button
          variant="default"
          size="sm"
          flex="none"
          onClick={copy}
          leftSection={copied === 'yes' ? <CheckIcon /> : <CopyIcon />}
        >
          {say(copied === 'yes' ? m.copied : m.copyLink)}
        </Button>
      </Group>
      <CopyFeedback copied={copied} done={m.linkCopied} />
    </div>
  );
}

/** Announces the result of a copy to screen readers; a failure is also visible. */
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
