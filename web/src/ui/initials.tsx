import type { JSX } from 'react';
import classes from './initials.module.css';

/** Shows the initials of a business in its color, beside its name. The library's avatar would add more code. */
export function Initials({ name }: { name: string }): JSX.Element {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => Array.from(word));
  const letters = words.length === 1 ? words.flat() : words.flatMap(([letter = '']) => letter);
  return (
    <span className={classes.initials} aria-hidden>
      {letters.slice(0, 2).join('').toUpperCase()}
    </span>
  );
}
