import type { JSX } from 'react';
import classes from './check-icon.module.css';

/** A tick, as large as the text that it stands in. */
export function CheckIcon(): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" className={classes.icon} aria-hidden>
      <path
        d="M3 8.5 6.5 12 13 4.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
