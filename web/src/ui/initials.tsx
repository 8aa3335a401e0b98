import type { JSX } from 'react';
import classes from './initials.module.css';

/** Shows the initials of a business in its colour, beside its name. The library's avatar would add more code. */
export function Initials({ name }: { name: string }): JSX.Element {
  const [first = '', second] = name.trim().split(/\s+/);
  const letters =
    second === undefined ? [...first].slice(0, 2) : [...first].slice(0, 1).concat([...second][0] ?? '');
  return (
    <span className={classes.initials} aria-hidden>
      {letters.join('').toUpperCase()}
    </span>
  );
}
