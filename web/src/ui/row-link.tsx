import { Anchor } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link, type To } from 'react-router';
import classes from './list-view.module.css';

interface Props {
  readonly to: To;
  /** The state of the history entry. */
  readonly state?: unknown;
  /** The accessible name, if the visible text is not enough; starts with the visible text. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Links to an entry of a list. The link covers its row or card, and works with the keyboard and in a new tab. */
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
