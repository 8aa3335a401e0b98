import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { buildMessage, IsEmail, IsInt, IsOptional, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { type FieldError, invalidInput } from './domain-error.js';
import { MAX_CENTS } from './money.js';

/** Each failed rule of each field, the innermost first; the code is class-validator's name of the rule in snake_case. */
const fieldErrors = (errors: ValidationError[], path = ''): FieldError[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => [
    ...Object.entries(constraints).map(([rule, message]) => ({
      field: path + property,
      code:
        rule === 'whitelistValidation'
          ? 'unknown_field'
          : rule.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
      message,
    })),
    ...fieldErrors(children, `${path}${property}.`),
  ]);

/** Requests are checked against their class; a field that the class does not name is refused, not dropped. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => invalidInput(...fieldErrors(errors)),
  });

/** The field may be left out. Unlike `IsOptional` it may not be null. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** The field may be left out or be null. */
export const MayBeNull = (): PropertyDecorator => IsOptional();

const together =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

/** Text that PostgreSQL can store and give back as it came, and that a person can see: no control character, no half of a surrogate pair. */
const isPlainText = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && !/\p{Cc}/u.test(value) && /\S/.test(value);

/** One line of visible text of at most `max` UTF-16 units, kept as it came. */
export const IsLine = (max: number): PropertyDecorator =>
  ValidateBy({
    name: 'isLine',
    validator: {
      validate: (value) => isPlainText(value) && value.length <= max,
      defaultMessage: buildMessage(
        (each) => `${each}$property must be one line of visible text, ${max} at most`,
      ),
    },
  });

/** An e-mail address of at most 254 characters (RFC 5321). */
export const IsEmailAddress = (): PropertyDecorator => together(IsEmail(), IsLine(254));

/** An amount in the currency's smallest unit: an integer from 0 to 10^12. */
export const IsCents = (): PropertyDecorator => together(Max(MAX_CENTS), Min(0), IsInt());

/** RFC 3339 with a zone: `2026-03-20T10:00:00Z`. Checked as a moment that exists. */
export const IsMoment = (): PropertyDecorator =>
  ValidateBy({
    name: 'isMoment',
    validator: {
      validate: (value) =>
        typeof value === 'string' &&
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
        !Number.isNaN(Date.parse(value)),
      defaultMessage: buildMessage((each) => `${each}$property must be a time such as 2026-03-20T10:00:00Z`),
    },
  });

/** A query parameter that is a whole number; anything else stays text and fails the rules beside it. */
export const WholeNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  );

/** A query parameter that is `true` or `false`; anything else stays text and fails the rule beside it. */
export const TrueOrFalse = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
