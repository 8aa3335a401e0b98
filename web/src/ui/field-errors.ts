import { type FieldProblem, ProblemError } from 'referrals-sdk/problem';
import { type Locale, type Message, textOf } from '../i18n/message.js';
import { fieldMessages } from '../messages/fields.js';

/** The page's texts for the API's codes of field problems. */
const WORDS: Readonly<Record<string, Message>> = {
  is_line: fieldMessages.oneLine,
  is_email: fieldMessages.email,
  matches: fieldMessages.id,
  is_number: fieldMessages.number,
  is_int: fieldMessages.wholeNumber,
  min: fieldMessages.tooSmall,
  max: fieldMessages.tooLarge,
  invalid_value: fieldMessages.amount,
  above_100_percent: fieldMessages.above100,
  is_moment: fieldMessages.moment,
  is_promo_code: fieldMessages.promoCode,
  empty_window: fieldMessages.emptyWindow,
  duplicate_row: fieldMessages.duplicateRow,
  email_taken: fieldMessages.emailTaken,
  customer_exists: fieldMessages.emailTaken,
  customer_erased: fieldMessages.customerErased,
  promo_code_taken: fieldMessages.promoCodeTaken,
  promo_limit_below_count: fieldMessages.limitBelowCount,
  too_many_cells: fieldMessages.tooManyCells,
};

type FieldRefusal = Pick<FieldProblem, 'code' | 'message'> & { readonly first_row?: number };

/** Describes a field's problem in the page's language, or in the API's words if the code is unknown. @param value the field's value */
export function fieldText(
  { code, message, first_row }: FieldRefusal,
  locale: Locale,
  value?: unknown,
): string {
  if (value === '') return textOf(fieldMessages.needed, locale);
  const known = WORDS[code];
  return known === undefined ? message : textOf(known, locale, { row: first_row ?? '' });
}

/** The field at which a refusal of the whole request is shown, by its code. */
type FieldOfCode = Readonly<Record<string, string>>;

/**
 * Describes the refusal of a form by field; null if no field of the form is concerned, so that a notice is needed.
 * @param values the values that were sent
 */
export function refusedFields(
  error: Error | null,
  values: Readonly<Record<string, unknown>>,
  locale: Locale,
  fieldOfCode: FieldOfCode = {},
): Record<string, string> | null {
  if (!(error instanceof ProblemError)) return null;
  const { code, detail } = error;
  const whole = fieldOfCode[code];
  const problems = whole === undefined ? error.errors : [{ field: whole, code, message: detail }];
  const known = problems.filter(({ field }) => field in values);
  if (known.length === 0) return null;
  return Object.fromEntries(
    known.map((problem) => [problem.field, fieldText(problem, locale, values[problem.field])]),
  );
}
