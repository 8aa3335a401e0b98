import type {
  RedeemRequest,
  RedemptionAnswer,
  RedemptionPreviewAnswer,
} from '../../src/redemption/redemption.dto.js';
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
} from './invoice-invariants.js';
import { discountsOn, limitFor, type Referral, type Reward, statusOf, timesOf } from './model.js';

/** Reads a customer's credit, which is the sum of the lots that have not expired. */
export async function statementOf(history: History, { id }: Person): Promise<CreditStatementAnswer> {
  const answer = await history.asAdmin<CreditStatementAnswer>('GET', `/api/customers/${id}/credit`);
  for (const { id: lot, reward_id, expires_at } of answer.lots) {
    const reward = history.rewards.find((one) => one.id === reward_id);
    history.lots.set(lot, { expiresAt: expires_at === null ? null : new Date(expires_at), reward });
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

  const granted = await qualifyBy(history, person, request.amount_cents);
  const { lines, used } = usableOn(history, person, request.amount_cents);
  invoiceUsesWhatWasPromised(history, answer, lines, balance_cents + creditAtOnce(granted, history.now));
  for (const one of used) one.usedBy = answer.id;
  rememberNewLots(history, answer, granted);
  history.invoices.push({ person, request, redemptionId: answer.id, used, reversed: false });
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

/** Returns the credit of a reward that was granted by the invoice that uses it. */
const creditAtOnce = (granted: Reward | undefined, now: Date): number =>
  granted?.value.type === 'credit' && statusOf(granted, now) === 'applied' ? granted.value.units : 0;

/** Remembers credit that an invoice granted and used, because no statement has shown it. */
function rememberNewLots(history: History, { lines }: RedemptionAnswer, reward: Reward | undefined): void {
  for (const { lot_id } of lines) {
    if (lot_id === null || history.lots.has(lot_id)) continue;
    history.lots.set(lot_id, { reward, expiresAt: reward === undefined ? null : timesOf(reward).expiresAt });
  }
}

/** Qualifies the referral that waits for this invoice. @returns the friend's reward in it */
async function qualifyBy(
  history: History,
  { referral }: Person,
  amount: number,
): Promise<Reward | undefined> {
  if (referral === undefined || !qualifiesBy(referral, amount)) return undefined;
  await qualify(history, referral);
  return history.rewards.find((one) => one.referral === referral && one.role === 'referee');
}

const qualifiesBy = ({ status, held, terms }: Referral, amount: number): boolean =>
  status === 'pending' && !held && terms.qualifyOn === 'first_invoice' && amount > 0;

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
  rewards.push({ ...reward, role: 'referrer', ended: null, usedBy: null, id: rewardId });
  history.name(rewardId, `reward of the referrer in ${referral.name}`);
}

/** Reverses an invoice as a whole or in part, and compares what comes back with what the answer says. */
export async function reverse(history: History, invoice: Invoice, permille: number | null): Promise<void> {
  const { redemptionId: id, person } = invoice;
  const path = `/api/redemptions/${id}`;
  const before = await history.asAdmin<RedemptionAnswer>('GET', path);
  const left = before.discount_cents + before.credit_cents - before.reversed_cents;
  const part =
    permille === null || left === 0 ? undefined : Math.max(1, Math.round((left * permille) / 1000));
  const body = { reason: 'by chance', ...(part !== undefined && { amount_cents: part }) };
  if (invoice.reversed) {
    await history.asAdmin('POST', `${path}/reverse`, body, 'redemption_already_reversed');
    return;
  }
  const { balance_cents } = await statementOf(history, person);
  const answer = await history.asAdmin<RedemptionAnswer>('POST', `${path}/reverse`, body);
  reversalGivesItsShareBack(history, { before, answer, amount: part ?? left });
  const spendable = spendableBack(history, before, answer);
  const after = await statementOf(history, person);
  creditComesBackToTheAccount(history, balance_cents + spendable, after.balance_cents);
  if (answer.status !== 'reversed') return;
  invoice.reversed = true;
  await history.asAdmin('POST', '/api/redemptions', invoice.request, 'redemption_reversed');
  for (const one of invoice.used) if (one.usedBy === id) one.usedBy = null;
}

/** Adds up what a reversal gave back to lots that can still be spent. */
const spendableBack = (history: History, before: RedemptionAnswer, { lines }: RedemptionAnswer): number =>
  lines.reduce((sum, { lot_id, restored_cents }, index) => {
    const lot = history.lots.get(lot_id ?? '');
    const back = restored_cents - (before.lines[index]?.restored_cents ?? 0);
    return lot !== undefined && isSpendable(lot, history.now) ? sum + back : sum;
  }, 0);

const isSpendable = ({ expiresAt, reward }: Lot, now: Date): boolean =>
  reward?.ended !== 'reversed' && (expiresAt === null || now < expiresAt);
