import { CURRENCIES } from '../../test/support/currencies.js';
import type { TimelineData } from './timeline.dto.js';
import { timelineSentence, withSentence } from './timeline-sentence.js';

const REFERRERS = { role: 'referrer', reward_id: 'rwd_1' } as const;
const REFEREES = { role: 'referee', reward_id: 'rwd_2' } as const;
const TEN = { type: 'discount_percent', value: 10 } as const;
const CREDIT = { type: 'credit', value: 20 } as const;

describe('timelineSentence', () => {
  it.each<[event: string, data: TimelineData, en: string, es: string]>([
    [
      'referral.created',
      { referral_code: 'KH7N4WP3' },
      'enrolled with code KH7N4WP3',
      'alta con el código KH7N4WP3',
    ],
    ['referral.qualified', { qualified_by: 'enrollment' }, 'qualified by enrollment', 'cuenta por el alta'],
    [
      'referral.qualified',
      { qualified_by: 'invoice', invoice_id: 'INV-9' },
      'qualified by invoice INV-9',
      'cuenta por la factura INV-9',
    ],
    ['referral.qualified', { qualified_by: 'invoice' }, 'qualified by an invoice', 'cuenta por una factura'],
    [
      'referral.qualified',
      { qualified_by: 'invoice_while_held' },
      'qualified by an invoice that came while it was held',
      'cuenta por una factura que llegó mientras estaba retenido',
    ],
    [
      'referral.qualified',
      { qualified_by: 'approval', reason: 'they paid' },
      'approved: they paid',
      'aprobado: they paid',
    ],
    ['referral.rejected', { reason: 'fraud' }, 'fraud', 'fraud'],
    ['referral.reversed', { reason: 'fraud' }, 'fraud', 'fraud'],
    [
      'referral.reversed',
      { invoice_id: 'INV-9' },
      'invoice INV-9 was refunded',
      'se reembolsó la factura INV-9',
    ],
    ['referral.reversed', {}, 'an invoice was refunded', 'se reembolsó una factura'],
    [
      'review.opened',
      { held_by: ['same_email', 'same_phone'] },
      'held: same_email, same_phone',
      'retenido: same_email, same_phone',
    ],
    ['review.approved', { reason: 'known family' }, 'known family', 'known family'],
    ['review.rejected', { reason: 'fraud' }, 'fraud', 'fraud'],
    [
      'reward.available',
      { ...REFEREES, ...TEN, value: 12.5 },
      "referee's 12.5 % can be used",
      '12,5 % del cliente nuevo: se puede usar',
    ],
    [
      'reward.applied',
      { ...REFERRERS, ...TEN, invoice_id: 'INV-9' },
      "referrer's 10 % used on invoice INV-9",
      '10 % de quien recomienda: usado en la factura INV-9',
    ],
    [
      'reward.expired',
      { ...REFEREES, ...TEN },
      "referee's 10 % expired unused",
      '10 % del cliente nuevo: caducó sin usarse',
    ],
    [
      'reward.voided',
      { ...REFEREES, ...TEN, shortfall_cents: 0, reason: 'fraud' },
      "referee's 10 % voided: fraud",
      '10 % del cliente nuevo: anulado: fraud',
    ],
    [
      'reward.voided',
      { ...REFEREES, ...TEN, shortfall_cents: 0 },
      "referee's 10 % voided: the invoice was refunded",
      '10 % del cliente nuevo: anulado, porque se reembolsó la factura',
    ],
    [
      'reward.returned',
      { ...REFEREES, ...TEN, invoice_id: 'INV-9' },
      "referee's 10 % given back: invoice INV-9 was reversed",
      '10 % del cliente nuevo: devuelto, porque se anuló la factura INV-9',
    ],
    [
      'reward.recovered',
      { ...REFEREES, ...TEN, invoice_id: 'INV-9' },
      "referee's 10 % is not used any more: invoice INV-9 was reversed",
      '10 % del cliente nuevo: ya no está usado, porque se anuló la factura INV-9',
    ],
  ])('describes %s with %j', (event, data, en, es) => {
    expect(timelineSentence({ event, data }, 'USD', 'en')).toBe(en);
    expect(timelineSentence({ event, data }, 'USD', 'es')).toBe(es);
  });

  it('keeps a text of staff unchanged', () => {
    const reason = "{whose} referee's {reason} $& \\1";
    const data = { ...REFEREES, ...TEN, shortfall_cents: 0, reason };
    expect(timelineSentence({ event: 'reward.voided', data }, 'USD', 'en')).toBe(
      `referee's 10 % voided: ${reason}`,
    );
  });

  it('keeps a note of an older version unchanged', () => {
    const data = { role: 'referee', note: "referee's {value}" } as const;
    expect(timelineSentence({ event: 'reward.expired', data }, 'USD', 'es')).toBe("referee's {value}");
  });

  it('returns only the text of staff for an unknown event', () => {
    expect(timelineSentence({ event: 'referral.celebrated', data: {} }, 'USD', 'en')).toBe('');
    expect(timelineSentence({ event: 'referral.celebrated', data: { reason: 'cake' } }, 'USD', 'en')).toBe(
      'cake',
    );
  });
});

describe.each(CURRENCIES)('timelineSentence of amounts in $currency', ({ currency, cents, shown: en }) => {
  const es = (major: number): string => en(major).replace('.', ',');
  const MOVE = { ...REFERRERS, amount_cents: cents(5) } as const;

  it.each<[event: string, data: TimelineData, en: string, es: string]>([
    [
      'reward.applied',
      { ...REFERRERS, ...CREDIT },
      `referrer's ${en(20)} credit put on the account`,
      `${es(20)} de crédito de quien recomienda: abonado en la cuenta`,
    ],
    [
      'reward.withheld',
      { role: 'referrer', ...CREDIT, limit: 'referrer_rewards' },
      `referrer's ${en(20)} credit withheld: it would pass the limit of rewards for a referrer`,
      `${es(20)} de crédito de quien recomienda: no se da, porque superaría el límite de recompensas de quien recomienda`,
    ],
    [
      'reward.withheld',
      { role: 'referee', ...CREDIT, limit: 'budget' },
      `referee's ${en(20)} credit withheld: it would pass the month's budget`,
      `${es(20)} de crédito del cliente nuevo: no se da, porque superaría el presupuesto del mes`,
    ],
    [
      'reward.reversed',
      { ...REFERRERS, ...CREDIT, shortfall_cents: cents(15), reason: 'fraud' },
      `referrer's ${en(20)} credit reversed, ${en(15)} of it already used: fraud`,
      `${es(20)} de crédito de quien recomienda: retirado, con ${es(15)} ya usados: fraud`,
    ],
    [
      'reward.applied',
      { ...REFERRERS, ...CREDIT, amount_cents: cents(5) },
      `${en(5)} of the referrer's ${en(20)} credit put on the account: the rest had already been used or had expired`,
      `${es(5)} de ${es(20)} de crédito de quien recomienda: abonado en la cuenta; el resto ya se había usado o había caducado`,
    ],
    [
      'reward.reversed',
      { ...REFERRERS, ...CREDIT, shortfall_cents: cents(15) },
      `referrer's ${en(20)} credit reversed, ${en(15)} of it already used: the invoice was refunded`,
      `${es(20)} de crédito de quien recomienda: retirado, con ${es(15)} ya usados, porque se reembolsó la factura`,
    ],
    [
      'credit.used',
      { ...MOVE, invoice_id: 'INV-9' },
      `${en(5)} of the referrer's credit used on invoice INV-9`,
      `${es(5)} del crédito de quien recomienda: usado en la factura INV-9`,
    ],
    [
      'credit.returned',
      { ...MOVE, invoice_id: 'INV-9', reason: 'one too many' },
      `${en(5)} of the referrer's credit given back: invoice INV-9 was reversed`,
      `${es(5)} del crédito de quien recomienda: devuelto, porque se anuló la factura INV-9`,
    ],
    [
      'credit.expired',
      { ...MOVE, ...REFEREES },
      `${en(5)} of the referee's credit expired unused`,
      `${es(5)} del crédito del cliente nuevo: caducó sin usarse`,
    ],
    [
      'credit.reversed',
      MOVE,
      `${en(5)} of the referrer's credit taken back with its reward`,
      `${es(5)} del crédito de quien recomienda: retirado con su recompensa`,
    ],
    [
      'credit.adjusted',
      { ...MOVE, reason: 'a mistake' },
      `${en(5)} of the referrer's credit taken by hand: a mistake`,
      `${es(5)} del crédito de quien recomienda: retirado a mano: a mistake`,
    ],
  ])('describes %s with %j', (event, data, english, spanish) => {
    expect(timelineSentence({ event, data }, currency, 'en')).toBe(english);
    expect(timelineSentence({ event, data }, currency, 'es')).toBe(spanish);
  });
});

describe('withSentence', () => {
  it('adds the sentence to the line', () => {
    const line = { at: '2026-05-01T00:00:00.000Z', event: 'referral.rejected', data: { reason: 'fraud' } };
    expect(withSentence(line, 'USD', 'en')).toEqual({ ...line, detail: 'fraud' });
  });
});
