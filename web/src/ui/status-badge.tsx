import type { JSX } from 'react';
import type { Schemas } from 'referrals-sdk';
import { useSay } from '../i18n/locale-context.js';
import { referralStatusMessages } from '../messages/statuses.js';
import classes from './status-badge.module.css';

/** `over`: it came to nothing, or is done with, and nobody needs to do anything. */
export type Tone = 'good' | 'underway' | 'waiting' | 'bad' | 'over';

/** Where something stands, in a word. The colour says nothing that the word doesn't. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }): JSX.Element {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}

const TONES = {
  pending: 'waiting',
  qualified: 'underway',
  applied: 'good',
  rejected: 'over',
  reversed: 'bad',
} as const satisfies Record<Schemas['ReferralAnswer']['status'], Tone>;

/** Where a referral stands. */
export function ReferralStatusBadge({
  status,
}: {
  status: Schemas['ReferralAnswer']['status'];
}): JSX.Element {
  const say = useSay();
  return <StatusBadge tone={TONES[status]}>{say(referralStatusMessages[status])}</StatusBadge>;
}
