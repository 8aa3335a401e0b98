import { Button } from '@mantine/core';
import { type JSX, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { ErrorNotice } from '../ui/error-notice.js';
import classes from './portal.module.css';

interface Props {
  readonly items: readonly { readonly key: string; readonly content: ReactNode }[];
  /** Fetches the next items; null: there are no more. */
  readonly more: (() => unknown) | null;
  readonly fetching: boolean;
  /** Why the next items could not be fetched. */
  readonly error: Error | null;
}

const AT_FIRST = 5;
const STEP = 10;

/** Shows the first few items of a list, and more on request. */
export function ExpandableList({ items, more, fetching, error }: Props): JSX.Element {
  const say = useSay();
  const [shown, setShown] = useState(AT_FIRST);
  const list = useRef<HTMLUListElement>(null);
  /** The first of the next items, which gets the focus. */
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
