import { ProblemError } from 'referrals-sdk/problem';
import type { Locale } from '../i18n/message.js';
import { fieldText } from './field-words.js';

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
