import { Button, Group, Text } from '@mantine/core';
import { type JSX, useRef } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { CopyFeedback } from './copy-feedback.js';
import { CheckIcon, CopyIcon } from './icons.js';
import classes from './portal.module.css';
import { useCopy } from './use-copy.js';

/** The link that opens the enrollment with the code in it. */
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
