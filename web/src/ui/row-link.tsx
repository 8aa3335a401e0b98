import { Anchor } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link, type To } from 'react-router';
import classes from './list-view.module.css';

interface Props {
  readonly to: To;
  /** Of the history's entry, for what the place that it leads to must know. */
  readonly state?: unknown;
  readonly children: ReactNode;
}

/** What opens an entry of a list: a link for the keyboard and for a new tab, as large as the row or card it stands in. */
export function RowLink({ to, state, children }: Props): JSX.Element {
  return (
    <Anchor component={Link} to={to} state={state} className={classes.rowLink} underline="never" inherit>
      {children}
    </Anchor>
  );
}
