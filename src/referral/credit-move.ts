import { formatAmount } from '../tenant/value-units.js';
import type { TimelineLine } from './referral.dto.js';

/** What happened to the credit that one side of a referral earned, as its ledger has it. */
export interface CreditMove {
  readonly at: string;
  readonly kind: 'capture' | 'restore' | 'expire' | 'reverse' | 'adjust';
  readonly amount_cents: number;
  readonly actor: string;
  readonly role: 'referrer' | 'referee';
  readonly invoice_id: string | null;
  readonly reason: string | null;
}

/** The move as a line of the referral's timeline: `5.00 USD of the referrer's credit used on invoice INV-9`. */
export function lineOf(
  { at, kind, amount_cents, actor, role, invoice_id, reason }: CreditMove,
  currency: string,
): TimelineLine {
  const what = `${formatAmount(Math.abs(amount_cents), currency)} of the ${role}'s credit`;
  const invoice = invoice_id ?? '';
  switch (kind) {
    case 'capture':
      return { at, event: 'credit.used', actor, detail: `${what} used on invoice ${invoice}` };
    case 'restore':
      return {
        at,
        event: 'credit.returned',
        actor,
        detail: `${what} given back: invoice ${invoice} was reversed`,
      };
    case 'expire':
      return { at, event: 'credit.expired', actor, detail: `${what} expired unused` };
    case 'reverse':
      return { at, event: 'credit.reversed', actor, detail: `${what} taken back with its reward` };
    case 'adjust':
      return { at, event: 'credit.adjusted', actor, detail: `${what} taken by hand: ${reason ?? ''}` };
  }
}
