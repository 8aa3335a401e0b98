import { type Locale, textOf } from '../../i18n/message.js';
import { lineWords, type Words } from './timeline-words.js';

const NAMES = { referrer: 'John Doe', referee: 'Jane Smith' };

/** The line as it is shown. */
function shown(event: string, detail: string, actor = 'system', locale: Locale = 'en'): string {
  const { title, notes, actor: by } = lineWords({ at: '2026-05-01T10:00:00Z', event, actor, detail }, NAMES);
  const text = (words: Words): string =>
    typeof words === 'string' ? words : textOf(words.message, locale, words.values);
  return [title, ...notes, by].map(text).join(' | ');
}

describe('a line of a referral’s story', () => {
  it.each([
    ['referral.created', 'enrolled with code KH7N4WP3', 'Enrolled with a referral code | Code KH7N4WP3'],
    ['referral.qualified', 'qualified by enrollment', 'The referral counts'],
    ['referral.qualified', 'qualified by invoice INV-9', 'The referral counts | Invoice INV-9'],
    ['referral.qualified', 'approved: they paid', 'The referral counts | Approved: they paid'],
    ['referral.rejected', 'held: by me', 'Voided | held: by me'],
    [
      'review.opened',
      'held: same_email, same_phone',
      'Held for your decision | the same e-mail address | the same phone number',
    ],
    ['review.approved', 'known family', 'Let pass | known family'],
    ['reward.available', "referee's 10 % can be used", 'Jane Smith: reward ready to use'],
    ['reward.applied', "referrer's 10 % used on invoice INV-9", 'John Doe: reward used | Invoice INV-9'],
    [
      'reward.applied',
      "referrer's 20.00 USD credit put on the account",
      'John Doe: credit put on the account',
    ],
    ['reward.voided', "referrer's 20.00 USD credit voided: refunded", 'John Doe: reward voided | refunded'],
    [
      'credit.used',
      "5.00 USD of the referrer's credit used on invoice INV-9",
      'John Doe: credit used | Invoice INV-9',
    ],
    [
      'credit.returned',
      "5.00 USD of the referrer's credit given back: invoice INV-9 was reversed",
      'John Doe: credit given back | Invoice INV-9',
    ],
  ])('%s, %s', (event, detail, words) => {
    expect(shown(event, detail)).toBe(`${words} | Automatically`);
  });

  it('says who it was, in the language of the page', () => {
    expect(shown('referral.reversed', 'devuelta', 'admin:usr_ada', 'es')).toBe(
      'Anulado, con las recompensas retiradas | devuelta | Por usr_ada, de tu equipo',
    );
  });

  it('leaves as it is what it does not know', () => {
    expect(shown('referral.celebrated', 'with cake', 'robot:7')).toBe(
      'referral.celebrated | with cake | robot:7',
    );
  });
});
