import type {
  RedeemRequest,
  RedemptionAnswer,
  RedemptionPreviewAnswer,
} from '../../src/redemption/redemption.dto.js';
import type { EventAnswer, EventFeedAnswer } from '../../src/events/feed/event.dto.js';
import type { ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { History, Invoice, Lot, Person } from './history.js';
import {
  balanceIsTheSumOfTheLots,
  creditComesBackToTheAccount,
  invoiceAddsUp,
  invoiceUsesWhatWasPromised,
  redemptionIsAsPreviewed,
  reversalGivesItsShareBack,
  type ReversalPart,
} from './invoice-invariants.js';
import {
  discountsOn,
  limitFor,
  type Referral,
  refund,
  requalify,
  type Reward,
  statusOf,
  timesOf,
  UNTOUCHED,
} from './model.js';

/** Reads a customer's credit, which is the sum of the lots that have not expired. */
export async function statementOf(history: History, { id }: Person): Promise<CreditStatementAnswer> {
  const answer = await history.asAdmin<CreditStatementAnswer>('GET', `/api/customers/${id}/credit`);
  for (const { id: lot, reward_id, expires_at } of answer.lots) {
    if (history.lots.has(lot)) continue;
    const reward = history.rewards.find((one) => one.id === reward_id);
    const expiresAt = expires_at === null ? null : new Date(expires_at);
    history.lots.set(lot, { expiresAt, reward, grants: reward?.grants ?? 0 });
  }
  balanceIsTheSumOfTheLots(history, answer);
  return answer;
}

export const invoiceOf = (history: History, { id }: Person, amount_cents: number): RedeemRequest => ({
  customer_id: id,
  invoice_id: `INV-${history.nextNumber()}`,
  currency: history.tenant.currency,
  amount_cents,
});

/** Redeems an invoice, and compares it with its preview and with all that was promised to the customer. */
export async function redeem(
  history: History,
  person: Person,
  request: RedeemRequest,
  { repeated, previewed }: { repeated: boolean; previewed?: RedemptionPreviewAnswer },
): Promise<void> {
  const { balance_cents } = await statementOf(history, person);
  const preview =
    previewed ??
    (await history.asAdmin<RedemptionPreviewAnswer>('POST', '/api/redemptions/preview', request));
  const expecting = Object.assign({}, request, { expected_total_cents: preview.total_cents });
  const answer = await history.asAdmin<RedemptionAnswer>('POST', '/api/redemptions', expecting, 201);
  history.name(answer.id, request.invoice_id);
  redemptionIsAsPreviewed(history, preview, answer);
  invoiceAddsUp(history, answer);

  const granted = await qualifyBy(history, person, answer);
  const { lines, used } = usableOn(history, person, request.amount_cents);
  invoiceUsesWhatWasPromised(history, answer, lines, balance_cents + creditAtOnce(granted, history.now));
  for (const one of used) one.usedBy = answer.id;
  rememberNewLots(history, answer, granted);
  history.invoices.push({
    ...{ person, request, redemptionId: answer.id, used, discount: answer.discount_cents },
    ...{ applied: answer.discount_cents + answer.credit_cents, refunded: 0, reversed: false },
  });
  if (!repeated) return;
  const again = await history.asAdmin<RedemptionAnswer>('POST', '/api/redemptions', request, 200);
  history.agree('a repeat gets the answer of the first', answer, again);
}

/** Works out what a customer was promised that comes off an invoice now. */
function usableOn(
  { rewards, now }: History,
  { id, promo }: Person,
  amount: number,
): ReturnType<typeof discountsOn> {
  const usable = rewards.filter((one) => one.ownerId === id && statusOf(one, now) === 'available');
  return discountsOn(amount, usable, promo?.usedBy === null ? promo : undefined);
}

/** Returns the credit of a reward that was granted by the invoice that uses it: what had not been used before, if it came back. */
const creditAtOnce = (granted: Reward | undefined, now: Date): number =>
  granted?.value.type === 'credit' && statusOf(granted, now) === 'applied'
    ? granted.value.units - granted.shortfall
    : 0;

/** Remembers credit that an invoice granted and used, because no statement has shown it. */
function rememberNewLots(history: History, { lines }: RedemptionAnswer, reward: Reward | undefined): void {
  for (const { lot_id } of lines) {
    if (lot_id === null || history.lots.has(lot_id)) continue;
    const expiresAt = reward === undefined ? null : timesOf(reward).expiresAt;
    history.lots.set(lot_id, { reward, expiresAt, grants: reward?.grants ?? 0 });
  }
}

/** Qualifies the referral that waits for this invoice. @returns the friend's reward in it */
async function qualifyBy(
  history: History,
  person: Person,
  { id: redemptionId, subtotal_cents }: RedemptionAnswer,
): Promise<Reward | undefined> {
  const { referral } = person;
  if (referral === undefined || !awaitsInvoice(referral)) return undefined;
  const { lines } = usableOn(history, person, subtotal_cents);
  const amount = lines.reduce((left, { amount_cents }) => left - amount_cents, subtotal_cents);
  if (amount < (referral.terms.minInvoiceCents ?? 1)) return undefined;
  if (referral.status === 'refunded') {
    requalify(referral, history.rewards, history.now, await takenBackOf(history, referral));
  } else await qualify(history, referral);
  referral.qualifiedBy = { redemptionId, amount };
  return history.rewards.find((one) => one.referral === referral && one.role === 'referee');
}

/** Reads all events of the tenant. */
export async function eventsOf(history: History): Promise<EventAnswer[]> {
  const all: EventAnswer[] = [];
  for (let more = true; more;) {
    const path = `/api/events?limit=100&after=${all.length}`;
    const { data, has_more } = await history.asAdmin<EventFeedAnswer>('GET', path);
    all.push(...data);
    more = has_more;
  }
  return all;
}

/** Reads from the ledger what was taken of the credit of a referral's rewards. */
async function takenBackOf(history: History, referral: Referral): Promise<ReadonlyMap<Reward, number>> {
  const taken = new Map<Reward, number>();
  const events = await eventsOf(history);
  for (const reward of history.rewards.filter((one) => one.referral === referral)) {
    const lots = events.filter(({ data }) => data.reward_id === reward.id).map(({ data }) => data.lot_id);
    const path = `/api/customers/${reward.ownerId}/credit`;
    const { entries } = await history.asAdmin<CreditStatementAnswer>('GET', path);
    const reversed = entries.filter(({ kind, lot_id }) => kind === 'reverse' && lots.includes(lot_id));
    taken.set(
      reward,
      reversed.reduce((sum, { amount_cents }) => sum - amount_cents, 0),
    );
  }
  return taken;
}

const awaitsInvoice = ({ status, held, terms }: Referral): boolean =>
  status === 'refunded' || (status === 'pending' && !held && terms.qualifyOn === 'first_invoice');

/** Qualifies a referral; the limits may have room now for the referrer's reward that they withheld. */
export async function qualify(history: History, referral: Referral): Promise<void> {
  const { rewards, now } = history;
  const { id, terms, referrerId } = referral;
  referral.status = 'qualified';
  referral.held = false;
  for (const reward of rewards)
    if (reward.referral === referral && reward.ended === null) reward.qualifiedAt = now;
  if (referral.referrerWithheld === null) return;
  const limit = limitFor(terms, 'referrer', rewards, referrerId, now);
  const detail = await history.asAdmin<ReferralDetailAnswer>('GET', `/api/referrals/${id}`);
  history.agree(
    "a referrer's withheld reward is given when the referral qualifies exactly if there is room by then",
    limit === null,
    detail.referrer_reward !== null,
  );
  if (limit !== null) return;
  referral.referrerWithheld = null;
  const reward = {
    referral,
    ownerId: referrerId,
    value: terms.referrer,
    createdAt: now,
    qualifiedAt: now,
  } as const;
  const rewardId = detail.referrer_reward?.id ?? '';
  rewards.push({ ...reward, ...UNTOUCHED, role: 'referrer', id: rewardId });
  history.name(rewardId, `reward of the referrer in ${referral.name}`);
}

/** Reverses an invoice as a whole or in part, and compares what comes back with what the answer says. */
export async function reverse(history: History, invoice: Invoice, permille: number | null): Promise<void> {
  const { redemptionId: id, person } = invoice;
  const path = `/api/redemptions/${id}`;
  const before = await history.asAdmin<RedemptionAnswer>('GET', path);
  const part = partOf(before, permille);
  const body = { reason: 'by chance', ...part };
  if (invoice.reversed) {
    await history.asAdmin('POST', `${path}/reverse`, body, 'redemption_already_reversed');
    return;
  }
  const statement = await statementOf(history, person);
  const answer = await history.asAdmin<RedemptionAnswer>('POST', `${path}/reverse`, body);
  reversalGivesItsShareBack(history, { before, answer, part });
  invoice.refunded = answer.refunded_cents;
  if (answer.status === 'reversed') {
    invoice.reversed = true;
    for (const one of invoice.used) if (one.usedBy === id) one.usedBy = null;
  }
  const lost = refundedCredit(history, invoice, statement);
  const spendable = spendableBack(history, before, answer);
  const after = await statementOf(history, person);
  creditComesBackToTheAccount(history, answer, spendable, {
    before: statement.balance_cents - lost,
    after: after.balance_cents,
  });
  if (!invoice.reversed) return;
  await history.asAdmin('POST', '/api/redemptions', invoice.request, 'redemption_reversed');
}

/** Returns the part of a reversal. An invoice is always reversed in the same way: by discounts and credit, or by what was refunded. */
function partOf(before: RedemptionAnswer, permille: number | null): ReversalPart {
  const { subtotal_cents, discount_cents, credit_cents, reversed_cents, refunded_cents } = before;
  const byRefund = subtotal_cents % 2 === 0;
  const left = byRefund ? subtotal_cents - refunded_cents : discount_cents + credit_cents - reversed_cents;
  if (permille === null || left === 0) return {};
  const amount = Math.max(1, Math.round((left * permille) / 1000));
  return byRefund ? { refunded_cents: amount } : { amount_cents: amount };
}

/** Reverses the referral that an invoice qualified, if too little is left of it. @returns the friend's credit that is lost */
function refundedCredit(
  { rewards, now }: History,
  { person: { referral }, redemptionId, request, refunded }: Invoice,
  { lots }: CreditStatementAnswer,
): number {
  if (referral?.status !== 'qualified' || referral.qualifiedBy?.redemptionId !== redemptionId) return 0;
  const { onRefund, minInvoiceCents } = referral.terms;
  const left = leftOf(referral.qualifiedBy.amount, { refunded, amount: request.amount_cents });
  const isWhole = refunded === request.amount_cents;
  if (onRefund === 'keep' || !(isWhole || left < (minInvoiceCents ?? 0))) return 0;
  refund(referral, rewards, now);
  const own = rewards.find((one) => one.referral === referral && one.role === 'referee' && one.refunded);
  return lots
    .filter(
      ({ reward_id, expires_at }) =>
        reward_id === own?.id && !(expires_at !== null && new Date(expires_at) <= now),
    )
    .reduce((sum, { remaining_cents }) => sum + remaining_cents, 0);
}

/** Returns what is left of a part of an invoice after refunds, half up. */
export const leftOf = (part: number, { refunded, amount }: { refunded: number; amount: number }): number =>
  amount === 0 ? part : part - Math.floor((2 * part * refunded + amount) / (2 * amount));

/** Adds up what a reversal gave back to lots that can still be spent. */
const spendableBack = (history: History, before: RedemptionAnswer, { lines }: RedemptionAnswer): number =>
  lines.reduce((sum, { lot_id, restored_cents }, index) => {
    const lot = history.lots.get(lot_id ?? '');
    const back = restored_cents - (before.lines[index]?.restored_cents ?? 0);
    return lot !== undefined && isSpendable(lot, history.now) ? sum + back : sum;
  }, 0);

const isSpendable = ({ expiresAt, reward, grants }: Lot, now: Date): boolean =>
  (reward === undefined || (reward.ended !== 'reversed' && reward.grants === grants)) &&
  (expiresAt === null || now < expiresAt);
