import type { JSX } from 'react';
import type { Schemas } from 'referrals-sdk';
import { useSay } from '../i18n/locale-context.js';
import { referralStatusMessages } from '../messages/statuses.js';
import classes from './status-badge.module.css';

/** `over`: nothing came of it or it is finished, and nobody needs to act. */
export type Tone = 'good' | 'underway' | 'waiting' | 'bad' | 'over';

/** Shows a status in a word. The color adds no information. */
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
  unrewarded: 'over',
  rejected: 'over',
  reversed: 'bad',
} as const satisfies Record<Schemas['ReferralAnswer']['status'], Tone>;

/** Shows the status of a referral. */
export function ReferralStatusBadge({
  status,
}: {
  status: Schemas['ReferralAnswer']['status'];
}): JSX.Element {
  const say = useSay();
  return <StatusBadge tone={TONES[status]}>{say(referralStatusMessages[status])}</StatusBadge>;
}
