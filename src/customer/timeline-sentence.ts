import type { Language } from '../common/language.js';
import { formatAmount, formatValue } from '../tenant/format-value.js';
import type { TimelineData, TimelineLine } from './timeline.dto.js';

/** A text in each language; `{name}` stands for a value. */
type Texts = Readonly<Record<Language, string>>;

const OWNERS: Readonly<Record<NonNullable<TimelineData['role']>, Texts>> = {
  referrer: { en: "referrer's", es: 'de quien recomienda' },
  referee: { en: "referee's", es: 'del cliente nuevo' },
};

const LIMITS: Readonly<Record<NonNullable<TimelineData['limit']>, Texts>> = {
  referrer_rewards: {
    en: 'the limit of rewards for a referrer',
    es: 'el límite de recompensas de quien recomienda',
  },
  budget: { en: "the month's budget", es: 'el presupuesto del mes' },
};

const QUALIFIED_BY: Readonly<Record<NonNullable<TimelineData['qualified_by']>, Texts>> = {
  enrollment: { en: 'qualified by enrollment', es: 'cuenta por el alta' },
  invoice: { en: 'qualified by invoice {invoice_id}', es: 'cuenta por la factura {invoice_id}' },
  invoice_while_held: {
    en: 'qualified by an invoice that came while it was held',
    es: 'cuenta por una factura que llegó mientras estaba retenido',
  },
  approval: { en: 'approved: {reason}', es: 'aprobado: {reason}' },
};

/** Without the invoice's id, which the referrer must not see: the invoice is the referee's. */
const QUALIFIED_BY_AN_INVOICE: Texts = { en: 'qualified by an invoice', es: 'cuenta por una factura' };

/**
 * The texts for lines about a refund of the qualifying invoice. Only the lines of a decision have a reason. The lines of
 * rewards do not name the invoice, which is the referee's.
 */
const ENDED_BY_REFUND: Readonly<Record<string, Texts>> = {
  'referral.reversed': {
    en: 'invoice {invoice_id} was refunded',
    es: 'se reembolsó la factura {invoice_id}',
  },
  'reward.voided': {
    en: '{whose} {value} voided{used}: the invoice was refunded',
    es: '{value} {whose}: anulado{used}, porque se reembolsó la factura',
  },
  'reward.reversed': {
    en: '{whose} {value} reversed{used}: the invoice was refunded',
    es: '{value} {whose}: retirado{used}, porque se reembolsó la factura',
  },
};
const AN_INVOICE_REFUNDED: Texts = { en: 'an invoice was refunded', es: 'se reembolsó una factura' };

const CREDITED: Texts = {
  en: '{whose} {value} put on the account',
  es: '{value} {whose}: abonado en la cuenta',
};
const CREDITED_REST: Texts = {
  en: '{amount} of the {whose} {value} put on the account: the rest had already been used or had expired',
  es: '{amount} de {value} {whose}: abonado en la cuenta; el resto ya se había usado o había caducado',
};
const ALREADY_USED: Texts = { en: ', {shortfall} of it already used', es: ', con {shortfall} ya usados' };

const SENTENCES: Readonly<Record<string, Texts>> = {
  'referral.created': { en: 'enrolled with code {referral_code}', es: 'alta con el código {referral_code}' },
  'review.opened': { en: 'held: {held_by}', es: 'retenido: {held_by}' },
  'reward.available': { en: '{whose} {value} can be used', es: '{value} {whose}: se puede usar' },
  'reward.applied': {
    en: '{whose} {value} used on invoice {invoice_id}',
    es: '{value} {whose}: usado en la factura {invoice_id}',
  },
  'reward.withheld': {
    en: '{whose} {value} withheld: it would pass {limit}',
    es: '{value} {whose}: no se da, porque superaría {limit}',
  },
  'reward.expired': { en: '{whose} {value} expired unused', es: '{value} {whose}: caducó sin usarse' },
  'reward.voided': {
    en: '{whose} {value} voided{used}: {reason}',
    es: '{value} {whose}: anulado{used}: {reason}',
  },
  'reward.reversed': {
    en: '{whose} {value} reversed{used}: {reason}',
    es: '{value} {whose}: retirado{used}: {reason}',
  },
  'reward.returned': {
    en: '{whose} {value} given back: invoice {invoice_id} was reversed',
    es: '{value} {whose}: devuelto, porque se anuló la factura {invoice_id}',
  },
  'reward.recovered': {
    en: '{whose} {value} is not used any more: invoice {invoice_id} was reversed',
    es: '{value} {whose}: ya no está usado, porque se anuló la factura {invoice_id}',
  },
  'credit.used': {
    en: '{amount} of the {whose} credit used on invoice {invoice_id}',
    es: '{amount} del crédito {whose}: usado en la factura {invoice_id}',
  },
  'credit.returned': {
    en: '{amount} of the {whose} credit given back: invoice {invoice_id} was reversed',
    es: '{amount} del crédito {whose}: devuelto, porque se anuló la factura {invoice_id}',
  },
  'credit.expired': {
    en: '{amount} of the {whose} credit expired unused',
    es: '{amount} del crédito {whose}: caducó sin usarse',
  },
  'credit.reversed': {
    en: '{amount} of the {whose} credit taken back with its reward',
    es: '{amount} del crédito {whose}: retirado con su recompensa',
  },
  'credit.adjusted': {
    en: '{amount} of the {whose} credit taken by hand: {reason}',
    es: '{amount} del crédito {whose}: retirado a mano: {reason}',
  },
};

/** A line as it is stored, without its sentence. */
export type StoredLine = Pick<TimelineLine, 'event' | 'data'>;

/**
 * Returns the sentence for a line of a referral's timeline: `referrer's 10 % used on invoice INV-9`. A text that staff
 * entered is inserted unchanged. For an event without a sentence it is the whole result.
 */
export function timelineSentence({ event, data }: StoredLine, currency: string, language: Language): string {
  const texts = textsOf(event, data);
  if (data.note !== undefined || texts === undefined) return data.note ?? data.reason ?? '';
  return interpolate(texts[language], valuesOf(data, currency, language));
}

function textsOf(
  event: string,
  { qualified_by, invoice_id, type, reason, amount_cents }: TimelineData,
): Texts | undefined {
  if (qualified_by === 'invoice' && invoice_id === undefined) return QUALIFIED_BY_AN_INVOICE;
  if (qualified_by !== undefined) return QUALIFIED_BY[qualified_by];
  if (event === 'reward.applied' && type === 'credit') {
    return amount_cents === undefined ? CREDITED : CREDITED_REST;
  }
  return (reason === undefined ? refundTexts(event, invoice_id) : undefined) ?? SENTENCES[event];
}

function refundTexts(event: string, invoiceId: string | undefined): Texts | undefined {
  if (event === 'referral.reversed' && invoiceId === undefined) return AN_INVOICE_REFUNDED;
  return ENDED_BY_REFUND[event];
}

type Values = Readonly<Record<string, string | undefined>>;

function valuesOf(data: TimelineData, currency: string, language: Language): Values {
  const { role, type, value, limit, amount_cents, shortfall_cents = 0 } = data;
  const { referral_code, invoice_id, reason, held_by } = data;
  const amountOf = (cents: number): string => formatAmount(cents, currency, language);
  return {
    referral_code,
    invoice_id,
    reason,
    held_by: held_by?.join(', '),
    whose: role === undefined ? undefined : OWNERS[role][language],
    limit: limit === undefined ? undefined : LIMITS[limit][language],
    value: type === undefined ? undefined : formatValue({ type, value: value ?? 0 }, currency, language),
    amount: amount_cents === undefined ? undefined : amountOf(amount_cents),
    used:
      shortfall_cents === 0
        ? undefined
        : interpolate(ALREADY_USED[language], { shortfall: amountOf(shortfall_cents) }),
  };
}

/** Adds the sentence to a line. */
export const withSentence = <Line extends StoredLine>(
  line: Line,
  currency: string,
  language: Language,
): Line & { detail: string } => ({ ...line, detail: timelineSentence(line, currency, language) });

/** Replaces the names in braces in one pass, so that braces in a text that staff entered stay as they are. */
const interpolate = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
