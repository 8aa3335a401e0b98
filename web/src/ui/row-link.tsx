import { Anchor } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link, type To } from 'react-router';
import classes from './list-view.module.css';

interface Props {
  readonly to: To;
  /** Of the history's entry, for what the place that it leads to must know. */
  readonly state?: unknown;
  /** What it opens, where what is shown doesn't say that alone; begins with what is shown. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** What opens an entry of a list: a link for the keyboard and for a new tab, as large as the row or card it stands in. */
export function RowLink({ to, state, label, children }: Props): JSX.Element {
  return (
    <Anchor
      component={Link}
      to={to}
      state={state}
      aria-label={label}
      className={classes.rowLink}
      underline="never"
      inherit
    >
      {children}
    </Anchor>
  );
}
