import type { EnrollmentAnswer, QuoteAnswer } from '../../src/enrollment/enrollment.dto.js';
import { REWARD_ROLES, type RewardRole } from '../../src/config/program-terms.js';
import type {
  MyCodeAnswer,
  ReferralDetailAnswer,
  ReferralValidation,
} from '../../src/referral/referral.dto.js';
import type { RedemptionPreviewAnswer } from '../../src/redemption/redemption.dto.js';
import { type History, type KnownPromo, type Person, pick } from './history.js';
import {
  enrollmentGrantsWhatWasQuoted,
  limitsCountWhatWasEarned,
  myCodeOffersWhatTheLimitsAllow,
  quoteOffersTheSame,
  referralHoldsWhatWasSaid,
  validationOffersTheSame,
} from './offer-invariants.js';
import { firstInvoiceComesToTheQuote } from './invoice-invariants.js';
import { invoiceOf, redeem } from './invoicing.js';
import { forecast, type Forecast, type Referral, UNTOUCHED } from './model.js';
import type { Step } from './plan.js';

type Enroll = Extract<Step, { kind: 'enroll' }>;

/** Reads a customer's code, and checks what it offers. */
export async function readMyCode(history: History, person: Person): Promise<MyCodeAnswer> {
  const code = await history.call<MyCodeAnswer>('GET', '/api/referrals/my-code', { token: person.token });
  history.name(code.referral_code, `CODE-OF-${person.name}`);
  const offered = forecast(history.terms, history.rewards, person.id, history.now);
  myCodeOffersWhatTheLimitsAllow(history, code, offered);
  await limitsCountWhatWasEarned(history, person, code);
  return code;
}

/** The codes that a friend types. */
interface Codes {
  readonly referral_code?: string;
  readonly promo_code?: string;
}

/** A friend who is about to enroll. */
interface Newcomer {
  readonly step: Enroll;
  readonly referrer: Person;
  readonly name: string;
  readonly email: string;
  readonly promo: KnownPromo | undefined;
}

/** What was said to a friend before they enrolled. */
interface Said {
  readonly codes: Codes;
  readonly quote: QuoteAnswer;
  /** True if a rule will hold the referral, which the friend is not told. */
  readonly held: boolean;
  /** What the first invoice will come to. */
  readonly total: number | undefined;
}

/** Enrolls a friend, and compares everything that was said beforehand with what follows. */
export async function enroll(history: History, step: Enroll, holdsDisposable: boolean): Promise<void> {
  const referrer = pick(history.people, step.referrer);
  if (referrer === undefined) return;
  const promo = step.promo === null ? undefined : pick(history.promos, step.promo);
  const number = history.nextNumber();
  const newcomer = {
    ...{ step, referrer, promo, name: `friend ${number}` },
    email: emailOf(step, referrer, number),
  };
  history.begin(`friend ${number} enrolls${wordsOf(newcomer)}`);
  const said = await askBeforehand(history, newcomer, holdsDisposable);
  const friend = await enrollAsQuoted(history, newcomer, said);

  const request = invoiceOf(history, friend, step.amount);
  const preview = await history.asAdmin<RedemptionPreviewAnswer>('POST', '/api/redemptions/preview', request);
  firstInvoiceComesToTheQuote(history, said.total, preview);
  if (step.pays) await redeem(history, friend, request, { repeated: false, previewed: preview });
}

/** Asks every answer that says what the friend and the referrer would get. */
async function askBeforehand(
  history: History,
  { step, referrer, promo }: Newcomer,
  holdsDisposable: boolean,
): Promise<Said> {
  const code = await readMyCode(history, referrer);
  const codes = codesOf(step, code, promo?.code);
  const offered = history.enabled && step.code !== 'unknown' ? code : undefined;
  await validate(history, codes, offered);
  // A quote names nobody, and takes somebody's own code for that of another. So only the promo is quoted.
  const quoted = step.code === 'own' ? withoutReferral(codes) : codes;
  const quote = await quoteOf(history, quoted, step.amount);
  quoteOffersTheSame(history, quote, quoted.referral_code === undefined ? undefined : offered);
  const held = holdsDisposable && step.disposable && quote.referral.status === 'applied';
  const payable = held ? await quoteOf(history, withoutReferral(codes), step.amount) : quote;
  return { codes, quote, held, total: payable.total_cents };
}

async function enrollAsQuoted(
  history: History,
  { step, referrer, name, email, promo }: Newcomer,
  { codes, quote, held }: Said,
): Promise<Person> {
  const answer = await history.call<EnrollmentAnswer>('POST', '/api/enrollments', {
    body: { tenant_slug: history.tenant.slug, name, email, ...codes },
    expected: 201,
  });
  if (step.code !== 'own') enrollmentGrantsWhatWasQuoted(history, quote, answer);
  const friend = addFriend(history, { name, email }, answer, promo);
  if (answer.referral.referral_id !== null) await addReferral(history, { referrer, friend, held }, answer);
  return friend;
}

const CODE_WORDS = {
  theirs: 'with the code of',
  own: 'again, with a tag and the own code, who is',
  unknown: 'with an unknown code beside that of',
  none: 'without a code, although there is that of',
} as const;

const wordsOf = ({ step, referrer, promo }: Newcomer): string =>
  [
    ` ${CODE_WORDS[step.code]} ${referrer.name}`,
    promo && `the promo ${promo.code}`,
    step.disposable && 'a disposable address',
  ]
    .filter(Boolean)
    .join(' and ');

const emailOf = ({ code, disposable }: Enroll, referrer: Person, number: number): string => {
  if (code === 'own') return referrer.email.replace('@', `+${number}@`);
  return `friend${number}@${disposable ? 'mailinator.com' : 'example.com'}`;
};

function codesOf({ code }: Enroll, { referral_code }: MyCodeAnswer, promo_code: string | undefined): Codes {
  return {
    ...(code !== 'none' && { referral_code: code === 'unknown' ? 'ZZZZZZZZ' : referral_code }),
    ...(promo_code !== undefined && { promo_code }),
  };
}

const withoutReferral = ({ referral_code: _, ...codes }: Codes): Codes => codes;

async function validate(
  history: History,
  { referral_code }: Codes,
  offered: MyCodeAnswer | undefined,
): Promise<void> {
  if (referral_code === undefined) return;
  const body = { tenant_slug: history.tenant.slug, referral_code };
  const answer = await history.call<ReferralValidation>('POST', '/api/referrals/validate', { body });
  validationOffersTheSame(history, answer, offered);
}

const quoteOf = (history: History, codes: Codes, amount_cents: number): Promise<QuoteAnswer> =>
  history.call<QuoteAnswer>('POST', '/api/enrollments/quote', {
    body: { tenant_slug: history.tenant.slug, amount_cents, ...codes },
  });

function addFriend(
  history: History,
  { name, email }: Pick<Person, 'name' | 'email'>,
  { customer_id: id, promo }: EnrollmentAnswer,
  used: KnownPromo | undefined,
): Person {
  const { tenant, stage } = history;
  const friend: Person = {
    ...{ name, id, email },
    token: stage.app.tokens.issue({ audience: 'customer', subject: id, tenantId: tenant.id }),
  };
  if (promo.status === 'applied' && used !== undefined) {
    used.uses++;
    friend.promo = { ...used.plan, usedBy: null };
  }
  history.people.push(friend);
  history.name(id, name);
  return friend;
}

/** Remembers what a new referral promises, and checks that the admin sees the same. */
async function addReferral(
  history: History,
  { referrer, friend, held }: { referrer: Person; friend: Person; held: boolean },
  { referral: { referral_id, reason } }: EnrollmentAnswer,
): Promise<void> {
  const id = referral_id ?? '';
  const { terms, now, rewards } = history;
  history.name(id, `referral of ${friend.name}`);
  const granted = forecast(terms, rewards, referrer.id, now, reason === 'promo_not_combinable');
  const detail = await history.asAdmin<ReferralDetailAnswer>('GET', `/api/referrals/${id}`);
  referralHoldsWhatWasSaid(history, detail, granted);
  history.agree(
    'a referral is held exactly if a rule that holds matched',
    held,
    detail.timeline.some(({ event }) => event === 'review.opened'),
  );
  const qualified = terms.qualifyOn === 'enrollment' && !held;
  const referral: Referral = {
    ...{ id, name: `referral of ${friend.name}`, referrerId: referrer.id, refereeId: friend.id, terms, held },
    status: qualified ? 'qualified' : 'pending',
    ...{ qualifiedBy: null, requalified: false },
    referrerWithheld: granted.referrer.withheld,
  };
  friend.referral = referral;
  history.referrals.push(referral);
  for (const role of REWARD_ROLES) promise(history, referral, role, granted, detail[`${role}_reward`]?.id);
}

function promise(
  history: History,
  referral: Referral,
  role: RewardRole,
  granted: Forecast,
  id: string | undefined,
): void {
  const { value, withheld } = granted[role];
  const qualifiedAt = referral.status === 'qualified' ? history.now : null;
  if (withheld !== null || value.units === 0) return;
  const ownerId = role === 'referrer' ? referral.referrerId : referral.refereeId;
  const reward = {
    referral,
    role,
    ownerId,
    value,
    createdAt: history.now,
    qualifiedAt,
  };
  history.rewards.push({ ...reward, ...UNTOUCHED, id: id ?? '' });
  history.name(id ?? '', `reward of the ${role} in ${referral.name}`);
}
