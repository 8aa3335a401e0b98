import { Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { listMessages } from '../messages/list.js';
import type { CursorList } from './use-cursor-list.js';

interface Props {
  readonly list: Pick<CursorList<unknown>, 'pageNumber' | 'previous' | 'next' | 'stale'>;
  /** Is told when another page was asked for. */
  readonly onTurn?: () => void;
}

/** The way to the pages before and after; nothing when there is one page only. */
export function ListPager({ list, onTurn }: Props): JSX.Element | null {
  const say = useSay();
  const { pageNumber, previous, next, stale } = list;
  if (pageNumber === 1 && next === null && !stale) return null;
  const turn = (to: (() => void) | null) => (): void => {
    if (to === null) return;
    to();
    onTurn?.();
  };
  return (
    <Group component="nav" aria-label={say(listMessages.pages)} justify="space-between" wrap="nowrap">
      <PageButton label={say(commonMessages.previous)} off={previous === null} onClick={turn(previous)} />
      <Text size="sm" c="dimmed">
        {say(listMessages.page, { number: pageNumber })}
      </Text>
      <PageButton label={say(commonMessages.next)} off={next === null} onClick={turn(next)} />
    </Group>
  );
}

/** Keeps the keyboard's focus where it is when it leads nowhere any more, which `disabled` would not. */
function PageButton(props: { label: string; off: boolean; onClick: () => void }): JSX.Element {
  return (
    <Button
      variant="default"
      data-disabled={props.off || undefined}
      aria-disabled={props.off}
      onClick={props.onClick}
    >
      {props.label}
    </Button>
  );
}
