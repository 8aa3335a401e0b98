import type { Schemas } from 'referrals-sdk';
import { type Locale, textOf } from '../../i18n/message.js';
import { lineWords, type Words } from './timeline-words.js';

type Data = Schemas['TimelineData'];

const NAMES = { referrer: 'John Doe', referee: 'Jane Smith' };
const REFERRERS = { role: 'referrer', reward_id: 'rwd_1' } as const;
const REFEREES = { role: 'referee', reward_id: 'rwd_2' } as const;
const TEN = { type: 'discount_percent', value: 10 } as const;
const CREDIT = { type: 'credit', value: 20 } as const;

/** The line as it is shown. */
function shown(event: string, data: Data, actor = 'system', locale: Locale = 'en'): string {
  const line = { at: '2026-05-01T10:00:00Z', event, actor, detail: 'as the API says it', data };
  const { title, notes, actor: by } = lineWords(line, NAMES);
  const text = (words: Words): string =>
    typeof words === 'string' ? words : textOf(words.message, locale, words.values);
  return [title, ...notes, by].map(text).join(' | ');
}

describe('a line of a referral’s story', () => {
  it.each<[string, Data, string]>([
    ['referral.created', { referral_code: 'KH7N4WP3' }, 'Enrolled with a referral code | Code KH7N4WP3'],
    ['referral.qualified', { qualified_by: 'enrollment' }, 'The referral counts'],
    [
      'referral.qualified',
      { qualified_by: 'invoice', invoice_id: 'INV-9' },
      'The referral counts | Invoice INV-9',
    ],
    [
      'referral.qualified',
      { qualified_by: 'invoice_while_held' },
      'The referral counts | An invoice arrived while it was held',
    ],
    [
      'referral.qualified',
      { qualified_by: 'approval', reason: 'they paid' },
      'The referral counts | Approved: they paid',
    ],
    ['referral.rejected', { reason: 'held: by me' }, 'Voided | held: by me'],
    [
      'review.opened',
      { held_by: ['same_email', 'same_phone', 'a_new_rule'] },
      'Held for your decision | the same e-mail address | the same phone number | a_new_rule',
    ],
    ['review.approved', { reason: 'known family' }, 'Released | known family'],
    ['reward.available', { ...REFEREES, ...TEN }, 'Jane Smith: reward ready to use'],
    [
      'reward.applied',
      { ...REFERRERS, ...TEN, invoice_id: 'INV-9' },
      'John Doe: reward used | Invoice INV-9',
    ],
    ['reward.applied', { ...REFERRERS, ...CREDIT }, 'John Doe: credit added'],
    [
      'reward.withheld',
      { role: 'referrer', ...CREDIT, limit: 'budget' },
      'John Doe: no reward, a limit was reached',
    ],
    ['reward.voided', { ...REFERRERS, ...CREDIT, reason: 'refunded' }, 'John Doe: reward voided | refunded'],
    [
      'reward.voided',
      { ...REFERRERS, ...TEN, reason: 'double use, it was used on invoice INV-5' },
      'John Doe: reward voided | double use, it was used on invoice INV-5',
    ],
    [
      'reward.expired',
      { role: 'referee', note: 'went away' },
      'Jane Smith: reward expired unused | went away',
    ],
    [
      'credit.used',
      { ...REFERRERS, amount_cents: 500, invoice_id: 'INV-9' },
      'John Doe: credit used | Invoice INV-9',
    ],
    [
      'credit.returned',
      { ...REFERRERS, amount_cents: 500, invoice_id: 'INV-9', reason: 'one too many' },
      'John Doe: credit returned | Invoice INV-9 | one too many',
    ],
  ])('%s, %j', (event, data, words) => {
    expect(shown(event, data)).toBe(`${words} | Automatically`);
  });

  it('shows what staff wrote, whatever it reads like', () => {
    const reason = "referee's card bounced";
    expect(shown('referral.rejected', { reason })).toBe(`Voided | ${reason} | Automatically`);
  });

  it('says who it was, in the language of the page', () => {
    expect(shown('referral.reversed', { reason: 'devuelta' }, 'admin:usr_ada', 'es')).toBe(
      'Anulado, con las recompensas retiradas | devuelta | Por usr_ada, de tu equipo',
    );
    const used = { ...REFEREES, ...TEN, invoice_id: 'INV-9' };
    expect(shown('reward.applied', used, 'system', 'es')).toBe(
      'Jane Smith: recompensa usada | Factura INV-9 | Automáticamente',
    );
  });

  it('leaves as the API tells it what it does not know', () => {
    expect(shown('referral.celebrated', { reason: 'cake' }, 'robot:7')).toBe(
      'referral.celebrated | as the API says it | robot:7',
    );
  });
});
