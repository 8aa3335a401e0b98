import type { ReviewAnswer } from '../../src/reward/decision/review.dto.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import type { Page } from '../../src/core/http/page.js';
import { majorOf } from '../../src/tenant/value.js';
import { type History, type Invoice, pick, prefer } from './history.js';
import { leftOf, qualify, statementOf } from './invoicing.js';
import { daysAfter, type Referral, takeBack } from './model.js';
import { type PromoPlan, requestOf, type Step, type Terms } from './plan.js';

const REASON = { reason: 'by chance' };

/** Approves or voids a referral, whether or not it is held for review. */
export async function decide(history: History, number: number, how: 'approve' | 'void'): Promise<void> {
  const referral = prefer(history.referrals, ({ status }) => status === 'pending', number);
  if (referral === undefined) return;
  history.begin(`an admin ${how}s the ${referral.name}`);
  const { status } = referral;
  const legal = status === 'pending' || (how === 'void' && status === 'qualified');
  const path = `/api/referrals/${referral.id}/${how}`;
  await history.asAdmin('POST', path, REASON, legal ? 200 : 'illegal_transition');
  if (!legal) return;
  if (how === 'approve') await qualify(history, referral);
  else end(history, referral);
}

function end(history: History, referral: Referral): void {
  referral.status = 'ended';
  referral.held = false;
  for (const reward of history.rewards) if (reward.referral === referral) takeBack(reward, history.now);
}

export async function voidReward(history: History, number: number): Promise<void> {
  const reward = pick(history.rewards, number);
  if (reward === undefined) return;
  history.begin(`an admin voids the reward of the ${reward.role} in the ${reward.referral.name}`);
  const legal = takeBack(reward, history.now);
  await history.asAdmin('POST', `/api/rewards/${reward.id}/void`, REASON, legal ? 200 : 'illegal_transition');
}

/** Decides a held referral: it goes on under its own terms, as if it had not been held, or it ends. */
export async function review(history: History, number: number, how: 'approve' | 'reject'): Promise<void> {
  const referral = pick(
    history.referrals.filter(({ held }) => held),
    number,
  );
  if (referral === undefined) return;
  history.begin(`an admin ${how}s the review of the ${referral.name}`);
  const open = await history.asAdmin<Page<ReviewAnswer>>('GET', '/api/reviews?status=open&limit=100');
  const found = open.data.find(({ referral_id }) => referral_id === referral.id);
  await history.asAdmin('POST', `/api/reviews/${found?.id ?? 'none'}/${how}`, REASON);
  if (how === 'reject') {
    end(history, referral);
    return;
  }
  referral.held = false;
  const { qualifyOn } = referral.terms;
  const invoice = history.invoices.find((one) => isQualifying(one, referral));
  if (qualifyOn === 'first_invoice' && invoice !== undefined) {
    await qualify(history, referral);
    const { redemptionId, request, discount } = invoice;
    referral.qualifiedBy = { redemptionId, amount: request.amount_cents - discount };
  }
  if (qualifyOn === 'enrollment') await qualify(history, referral);
}

/** Returns true for an invoice that would have qualified a referral, had it not been held. */
function isQualifying(
  { person, request, discount, refunded, reversed }: Invoice,
  referral: Referral,
): boolean {
  if (person.referral !== referral || reversed) return false;
  const amount = request.amount_cents - discount;
  const left = leftOf(amount, { refunded, amount: request.amount_cents });
  return amount > 0 && left >= (referral.terms.minInvoiceCents ?? 0);
}

/** Gives credit to a customer or takes some. */
export async function adjust(history: History, step: Extract<Step, { kind: 'adjust' }>): Promise<void> {
  const person = pick(history.people, step.who);
  if (person === undefined) return;
  const { amount, expiresInDays } = step;
  history.begin(`${person.name}'s credit is adjusted by ${amount}`);
  const { balance_cents } = await statementOf(history, person);
  const enough = balance_cents + amount >= 0;
  const expires_at =
    amount < 0 || expiresInDays === null ? null : daysAfter(history.now, expiresInDays).toISOString();
  const body = { amount_cents: amount, expires_at, ...REASON };
  const path = `/api/customers/${person.id}/credit/adjustments`;
  await history.asAdmin('POST', path, body, enough ? 201 : 'more_than_balance');
  const after = await statementOf(history, person);
  history.agree(
    'an adjustment changes the balance by its amount',
    balance_cents + (enough ? amount : 0),
    after.balance_cents,
  );
}

export async function save(history: History, terms: Terms, enabled: boolean): Promise<void> {
  history.begin(`an admin saves the program${enabled ? '' : ', switched off'}`);
  await history.asAdmin('PUT', '/api/referrals/config', requestOf(terms, enabled, history.tenant.currency));
  Object.assign(history, { terms, enabled });
}

/** The request that sets a promo. */
function promoRequest(history: History, plan: PromoPlan): object {
  const { value, combinable, maxRedemptions, startsInDays, endsInDays } = plan;
  const moment = (days: number | null): string | null =>
    days === null ? null : daysAfter(history.now, days).toISOString();
  return {
    discount_type: value.type,
    discount_value: majorOf(value, history.tenant.currency),
    combinable_with_referral: combinable,
    max_redemptions: maxRedemptions,
    starts_at: moment(startsInDays),
    ends_at: moment(endsInDays),
  };
}

export async function createPromo(history: History, plan: PromoPlan): Promise<void> {
  const code = `PROMO${history.nextNumber()}`;
  history.begin(`an admin creates ${code}`);
  const body = { code, ...promoRequest(history, plan) };
  const { id } = await history.asAdmin<PromoAnswer>('POST', '/api/promos', body, 201);
  history.name(id, code);
  history.promos.push({ id, code, plan, uses: 0 });
}

/** Changes a promo, or deletes it. People who enrolled with it keep it as it was. */
export async function changePromo(history: History, number: number, to: PromoPlan | null): Promise<void> {
  const promo = pick(history.promos, number);
  if (promo === undefined) return;
  history.begin(`an admin ${to === null ? 'deletes' : 'changes'} ${promo.code}`);
  const path = `/api/promos/${promo.id}`;
  if (to === null) {
    await history.asAdmin('DELETE', path, undefined, 204);
    if (promo.uses === 0) history.promos.splice(history.promos.indexOf(promo), 1);
    return;
  }
  const tooMany = to.maxRedemptions !== null && promo.uses > to.maxRedemptions;
  await history.asAdmin('PATCH', path, promoRequest(history, to), tooMany ? 'promo_limit_below_count' : 200);
  if (!tooMany) promo.plan = to;
}
