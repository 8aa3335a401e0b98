import { Text, Title, VisuallyHidden } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { startMessages } from '../../messages/overview.js';
import { countText } from './number-words.js';
import classes from './warm-start.module.css';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly isDone?: boolean;
  /** Where to do it. */
  readonly children: ReactNode;
}

/** A numbered step; a mark in place of the number when it is done. */
export function StartStep({ number, title, text, isDone = false, children }: Props): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  return (
    <li>
      <span className={`${classes.mark} ${isDone ? classes.done : ''}`} aria-hidden>
        {isDone ? <Tick /> : countText(number, locale)}
      </span>
      <Title order={3} size="h5">
        {title}
        {isDone && <VisuallyHidden>{` (${say(startMessages.done)})`}</VisuallyHidden>}
      </Title>
      <Text c="dimmed">{text}</Text>
      {children}
    </li>
  );
}

const Tick = (): JSX.Element => (
  <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="3">
    <path d="m5 13 4.5 4.5L19 7" />
  </svg>
);
