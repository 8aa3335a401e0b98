import type { RedemptionAnswer, RedemptionPreviewAnswer } from '../../src/redemption/redemption.dto.js';
import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { History } from './history.js';
import type { ExpectedLine } from './model.js';

/** The total of a quote is what the friend's first invoice of that amount comes to. */
export function firstInvoiceComesToTheQuote(
  history: History,
  total: number | undefined,
  invoice: RedemptionPreviewAnswer,
): void {
  history.agree("the friend's first invoice comes to what was quoted", total, invoice.total_cents);
}

/** Lines without the ids of what a preview makes and takes back. */
const withoutLots = ({ lines }: Pick<RedemptionAnswer, 'lines'>): object[] =>
  lines.map((line) => Object.assign({}, line, { lot_id: null }));

/** A preview is told as one, and the invoice comes to what it said. */
export function redemptionIsAsPreviewed(
  history: History,
  preview: RedemptionPreviewAnswer,
  answer: RedemptionAnswer,
): void {
  const said = (one: RedemptionAnswer | RedemptionPreviewAnswer): object => ({
    lines: withoutLots(one),
    ...{
      left_out: one.left_out,
      discount: one.discount_cents,
      credit: one.credit_cents,
      total: one.total_cents,
    },
    alternatives: one.alternatives,
  });
  const { id, status } = preview;
  history.agree('a preview is told as one', { id: null, status: 'preview' }, { id, status });
  history.agree('an invoice is redeemed as its preview said', said(preview), said(answer));
}

/** Every promised discount whose moment has come is on the invoice, and so is the customer's credit; nothing else is. */
export function invoiceUsesWhatWasPromised(
  history: History,
  answer: RedemptionAnswer,
  discounts: readonly ExpectedLine[],
  balance: number,
): void {
  const happened = answer.lines.filter(({ source }) => source !== 'credit');
  history.agree(
    'the discounts on an invoice are those that were promised and can be used',
    discounts,
    happened.map(({ source, type, amount_cents }) => ({ source, type, amount_cents })),
  );
  history.agree(
    'an invoice uses the credit that there is, and no more',
    Math.min(balance, answer.subtotal_cents - answer.discount_cents),
    answer.credit_cents,
  );
}

/** An invoice adds up: discounts and credit are its lines, the total is the rest, and nothing is below 0. */
export function invoiceAddsUp(history: History, answer: RedemptionAnswer): void {
  const sum = (some: RedemptionAnswer['lines']): number =>
    some.reduce((all, one) => all + one.amount_cents, 0);
  const ofCredit = sum(answer.lines.filter(({ source }) => source === 'credit'));
  history.agree(
    'an invoice adds up',
    {
      discount: sum(answer.lines) - ofCredit,
      credit: ofCredit,
      total: answer.subtotal_cents - sum(answer.lines),
    },
    { discount: answer.discount_cents, credit: answer.credit_cents, total: answer.total_cents },
  );
  history.agree('a total is never below 0', true, answer.total_cents >= 0);
}

/** A customer's balance is the sum of what remains of the lots, and none of these has expired. */
export function balanceIsTheSumOfTheLots(
  history: History,
  { balance_cents, lots }: CreditStatementAnswer,
): void {
  const left = lots.filter(({ expires_at }) => expires_at === null || new Date(expires_at) > history.now);
  const sum = left.reduce((all, { remaining_cents }) => all + remaining_cents, 0);
  history.agree('a balance is the sum of the lots that can be spent', sum, balance_cents);
}

/** What a request reverses: an amount of discounts and credit, what was refunded of the invoice, or everything that is left. */
export interface ReversalPart {
  readonly amount_cents?: number;
  readonly refunded_cents?: number;
}

const half = (total: number, part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((2 * total * part + whole) / (2 * whole));

/** A reversal gives back the share of the credit that it reverses, half up, and lines and totals say the same. */
export function reversalGivesItsShareBack(
  history: History,
  { before, answer, part }: { before: RedemptionAnswer; answer: RedemptionAnswer; part: ReversalPart },
): void {
  const { credit_cents: credit, discount_cents, subtotal_cents: subtotal } = before;
  const refunded =
    part.refunded_cents === undefined ? undefined : before.refunded_cents + part.refunded_cents;
  const reversed = part.amount_cents === undefined ? undefined : before.reversed_cents + part.amount_cents;
  const whole = credit + discount_cents;
  const lines = answer.lines.filter(({ source }) => source === 'credit');
  const share = (): number => {
    if (reversed !== undefined) return half(credit, reversed, whole);
    if (refunded === undefined) return credit;
    return lines.reduce((sum, { amount_cents }) => sum + half(amount_cents, refunded, subtotal), 0);
  };
  const last = answer.reversals.at(-1);
  history.agree(
    'a reversal gives back the share of the credit that it reverses',
    {
      ...{ credit: share() - before.restored_credit_cents, lines: share() },
      ...{ refunded: refunded ?? answer.refunded_cents, reversed: reversed ?? answer.reversed_cents },
      whole: answer.refunded_cents === subtotal,
    },
    {
      credit: last?.credit_cents,
      lines: lines.reduce((sum, { restored_cents }) => sum + restored_cents, 0),
      ...{ refunded: answer.refunded_cents, reversed: answer.reversed_cents },
      whole: answer.status === 'reversed',
    },
  );
}

/** What a reversal gives back can be spent, unless its lot has expired or its reward was taken back, and the answer says so. */
export function creditComesBackToTheAccount(
  history: History,
  answer: RedemptionAnswer,
  spendable: number,
  { before, after }: { before: number; after: number },
): void {
  history.agree('a reversal says what can be spent', spendable, answer.reversals.at(-1)?.spendable_cents);
  history.agree('what a reversal gives back is on the account', before + spendable, after);
}
