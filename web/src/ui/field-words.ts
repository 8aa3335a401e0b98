import { type FieldProblem, ProblemError } from 'referrals-sdk/problem';
import { type Locale, type Message, textOf } from '../i18n/message.js';
import { fieldMessages } from '../messages/fields.js';

/** The API's codes of what is wrong with a field, where the page has words of its own for them. */
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

type Told = Pick<FieldProblem, 'code' | 'message'> & { readonly first_row?: number };

/** What is wrong with a field, in the page's language; what only the API knows, in the API's words. @param value what it held */
export function fieldText({ code, message, first_row }: Told, locale: Locale, value?: unknown): string {
  if (value === '') return textOf(fieldMessages.needed, locale);
  const known = WORDS[code];
  return known === undefined ? message : textOf(known, locale, { row: first_row ?? '' });
}

/** Beside which field a refusal belongs that is about the whole request, by its code. */
type FieldOfCode = Readonly<Record<string, string>>;

/**
 * The refusal of a form, by field, in words; null: none of it is about a field of the form, so it needs a notice.
 * @param values what was sent
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
