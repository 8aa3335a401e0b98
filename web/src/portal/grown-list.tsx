import { Button } from '@mantine/core';
import { type JSX, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { ErrorNotice } from '../ui/error-notice.js';
import classes from './portal.module.css';

/** A list that shows its first few, and more when asked. */
interface Props {
  readonly items: readonly { readonly key: string; readonly content: ReactNode }[];
  /** Fetches the next items; null: all are here. */
  readonly more: (() => unknown) | null;
  readonly fetching: boolean;
  /** Why the next ones did not come. */
  readonly error: Error | null;
}

const AT_FIRST = 5;
const STEP = 10;

export function GrownList({ items, more, fetching, error }: Props): JSX.Element {
  const say = useSay();
  const [shown, setShown] = useState(AT_FIRST);
  const list = useRef<HTMLUListElement>(null);
  /** The first of those that come next: the keyboard goes on from there. */
  const goTo = useRef<number | null>(null);
  const visible = items.slice(0, shown);
  useLayoutEffect(() => {
    if (goTo.current === null || visible.length <= goTo.current) return;
    const item = list.current?.children[goTo.current];
    goTo.current = null;
    if (item instanceof HTMLElement) item.focus();
  }, [visible.length]);
  const show = (): void => {
    goTo.current = visible.length;
    setShown(shown + STEP);
    if (shown + STEP > items.length && more !== null) more();
  };
  return (
    <>
      <ul className={classes.list} ref={list}>
        {visible.map(({ key, content }) => (
          <li key={key} tabIndex={-1} className={classes.row}>
            {content}
          </li>
        ))}
      </ul>
      {error !== null && <ErrorNotice error={error} onRetry={more ?? undefined} />}
      {(visible.length < items.length || more !== null) && (
        <Button variant="default" loading={fetching} onClick={show}>
          {say(m.showMore)}
        </Button>
      )}
    </>
  );
}
