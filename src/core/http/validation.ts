import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  buildMessage,
  getMetadataStorage,
  isEmail,
  IsInt,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { DomainError, type FieldError, invalidInput, MAX_FIELD_ERRORS } from '../../common/domain-error.js';
import { ID } from '../../common/ids.js';
import { isMoment } from '../../common/moment.js';
import { MAX_CENTS } from '../../common/money.js';
import { hasNoInvisibleCharacters, isVisibleText, hasVisibleCharacters } from '../../common/visible-text.js';

const MAX_EMAIL = 254;
const MAX_CODE_INPUT = 256;

/** Lists each failed rule of each field. The code is class-validator's rule name in snake_case. */
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

/**
 * The maximum number of values in one field. class-transformer blocks the event loop for microseconds for each of them.
 */
const MAX_FIELD_VALUES = 1_000;

/** Returns true when a field contains more values than the limit, at any depth. Stops counting there. */
function exceedsValueLimit(value: unknown): boolean {
  let left = MAX_FIELD_VALUES;
  const count = (one: unknown): boolean =>
    typeof one === 'object' &&
    one !== null &&
    Object.values(one).some((inner) => left-- <= 0 || count(inner));
  return count(value);
}

/** Validates requests against their class. Unknown fields are rejected, not dropped. */
class RequestPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) => invalidInput(...fieldErrors(errors)),
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isRequest = metadata.type === 'body' || metadata.type === 'query';
    if (isRequest && typeof value === 'object' && value !== null)
      rejectOversizedRequest(value, metadata.metatype);
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

/**
 * Rejects requests that are not worth validating field by field. class-validator would silently drop names that every
 * object has, such as `constructor`, and would create a property and an error object for each of thousands of fields.
 */
function rejectOversizedRequest(request: object, metatype: ArgumentMetadata['metatype']): void {
  const names = Object.keys(request);
  const inherited = names.filter((name) => name in Object.prototype);
  if (inherited.length > 0) throw invalidInput(...firstOf(inherited).map(unknownField));
  const known = names.length > MAX_FIELD_ERRORS ? fieldsOf(metatype) : undefined;
  const unknown = known === undefined ? [] : names.filter((name) => !known.has(name));
  if (unknown.length > MAX_FIELD_ERRORS) throw invalidInput(...firstOf(unknown).map(unknownField));
  const endless = Object.entries(request).flatMap(([name, value]) =>
    exceedsValueLimit(value) ? [name] : [],
  );
  if (endless.length > 0) throw invalidInput(...firstOf(endless).map(tooLarge));
}

const firstOf = (names: readonly string[]): readonly string[] => names.slice(0, MAX_FIELD_ERRORS);

/** Returns the validated fields of a request class. */
const fieldsOf = (metatype: ArgumentMetadata['metatype']): ReadonlySet<string> =>
  new Set(
    metatype === undefined
      ? []
      : getMetadataStorage()
          .getTargetValidationMetadatas(metatype, '', false, false)
          .map(({ propertyName }) => propertyName),
  );

const tooLarge = (field: string): FieldError => ({
  field,
  code: 'too_large',
  message: `${field} must not have more than ${MAX_FIELD_VALUES} values`,
});

const unknownField = (field: string): FieldError => ({
  field,
  code: 'unknown_field',
  message: `property ${field} should not exist`,
});

export const validationPipe = (): ValidationPipe => new RequestPipe();

const pipe = validationPipe();

/**
 * Validates values from another source, such as a file, by the rules of a request class. Returns the instance or the
 * field errors.
 */
export async function validateAs<Request extends object>(
  metatype: new () => Request,
  values: object,
): Promise<{ value: Request; errors: [] } | { value: undefined; errors: readonly FieldError[] }> {
  try {
    return { value: (await pipe.transform(values, { type: 'body', metatype })) as Request, errors: [] };
  } catch (error) {
    if (error instanceof DomainError) return { value: undefined, errors: error.fields };
    throw error;
  }
}

/** Allows the field to be absent. Unlike `IsOptional`, it does not allow null. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** Allows the field to be absent or null. */
export const MayBeNull = (): PropertyDecorator => IsOptional();

const together =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

/** Returns true for text that PostgreSQL stores and returns unchanged: no control characters, no unpaired surrogates. */
const isStorable = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text);

/** Checked first, so that no other rule reads more than twice as many code units. */
const isOfLength = (value: unknown, max: number): value is string =>
  typeof value === 'string' &&
  (value.length <= max || (value.length <= 2 * max && Array.from(value).length <= max));

const isLine = (value: unknown, max: number): value is string =>
  isOfLength(value, max) && isStorable(value) && isVisibleText(value);

/** Validates one line of visible text (`isVisibleText`) of at most `max` characters. */
export const IsLine = (max: number): PropertyDecorator =>
  ValidateBy({
    name: 'isLine',
    validator: {
      validate: (value) => isLine(value, max),
      defaultMessage: buildMessage(
        (each) =>
          `${each}$property must be one line of visible text of at most ${max} characters, without invisible characters or direction marks`,
      ),
    },
  });

/**
 * Validates one line of text of at most `max` characters that may contain invisible ones. For text that is compared
 * rather than shown to others, such as a search term, a slug, or a phone number, which address books copy with
 * direction marks.
 */
export const IsPlainLine = (max: number): PropertyDecorator =>
  ValidateBy({
    name: 'isLine',
    validator: {
      validate: (value) => isOfLength(value, max) && isStorable(value) && hasVisibleCharacters(value),
      defaultMessage: buildMessage(
        (each) => `${each}$property must be one line of text of at most ${max} characters`,
      ),
    },
  });

/**
 * Validates the input that somebody typed or pasted as a code: any text that PostgreSQL can store, including spaces, tabs
 * and line ends. Whether it is a valid code is not a matter of form: an invalid one gets a regular answer.
 */
export const IsCodeInput = (): PropertyDecorator =>
  ValidateBy({
    name: 'isTyped',
    validator: {
      validate: (value) =>
        typeof value === 'string' &&
        value.length <= MAX_CODE_INPUT &&
        value.isWellFormed() &&
        !/\p{Cc}/u.test(value.replace(/\s/g, '')),
      defaultMessage: buildMessage(
        (each) => `${each}$property must be text of at most ${MAX_CODE_INPUT} characters`,
      ),
    },
  });

/** Removes spaces at both ends of a search text. */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Converts an empty form field to null. */
export const EmptyIsNull = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === '' ? null : value));

/**
 * Validates an e-mail address of at most 254 characters (RFC 5321). Quoted local parts, which nobody uses, are
 * rejected.
 */
export const IsEmailAddress = (): PropertyDecorator =>
  ValidateBy({
    name: 'isEmail',
    validator: {
      // The order matters: validator.js throws for an unpaired surrogate.
      validate: (value) =>
        isLine(value, MAX_EMAIL) && hasNoInvisibleCharacters(value) && !value.includes('"') && isEmail(value),
      defaultMessage: buildMessage((each) => `${each}$property must be an e-mail address`),
    },
  });

/** Validates an id: 1 to 64 letters, digits, dashes or underscores. */
export const IsId = (): PropertyDecorator =>
  Matches(ID, { message: '$property must be 1 to 64 letters, digits, dashes or underscores' });

/** Validates a number that is neither NaN nor infinite. */
export const IsFiniteNumber = (): PropertyDecorator =>
  IsNumber({}, { message: '$property must be a number' });

/** Validates an amount in the currency's smallest unit: an integer from 0 to 10^12. */
export const IsCents = (): PropertyDecorator => together(IsInt(), Min(0), Max(MAX_CENTS));

/** Validates an RFC 3339 time with a zone: `2026-03-20T10:00:00Z`. */
export const IsMoment = (): PropertyDecorator =>
  ValidateBy({
    name: 'isMoment',
    validator: {
      validate: isMoment,
      defaultMessage: buildMessage((each) => `${each}$property must be a time such as 2026-03-20T10:00:00Z`),
    },
  });

/** Converts a query parameter to an integer. Anything else stays text and fails the rules beside it. */
export const ParseInteger = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
  );

/** Converts a query parameter to a boolean. Anything but `true` and `false` stays text and fails the rules beside it. */
export const ParseBoolean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
