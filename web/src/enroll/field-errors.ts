import { ProblemError } from 'referrals-sdk/problem';
import type { Message, Values } from '../i18n/message.js';
import { enrollMessages as messages } from '../messages/enroll.js';

/** The API's names of the fields, from top to bottom. */
const FIELDS = ['name', 'email', 'phone', 'referral_code', 'promo_code'] as const;

const WRONG: Readonly<Record<string, Message>> = {
  name: messages.wrongName,
  email: messages.wrongEmail,
  phone: messages.wrongPhone,
};

const isKnownEmail = (error: Error | null): boolean =>
  error instanceof ProblemError && error.code === 'customer_exists';

/** Describes the problem of a field; undefined if there is none. */
export function fieldError(
  error: Error | null,
  field: string,
  tenant: string,
  say: (message: Message, values?: Values) => string,
): string | undefined {
  if (field === 'email' && isKnownEmail(error)) return say(messages.knownEmail, { tenant });
  const [problem] = error instanceof ProblemError ? error.errorsOf(field) : [];
  if (problem === undefined) return undefined;
  const message = WRONG[field];
  return message === undefined ? problem.message : say(message);
}

/** Returns the first refused field; null if no field was refused. */
export function refusedField(error: Error): string | null {
  if (isKnownEmail(error)) return 'email';
  return FIELDS.find((field) => error instanceof ProblemError && error.errorsOf(field).length > 0) ?? null;
}
