import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  buildMessage,
  getMetadataStorage,
  isEmail,
  IsInt,
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

/** More than any field of a request holds: class-transformer takes microseconds for each, in one piece. */
const MAX_FIELD_VALUES = 1_000;

/** Whether lists and objects hold more values than that, whatever they nest. Counts no further. */
function exceedsValueLimit(value: unknown): boolean {
  let left = MAX_FIELD_VALUES;
  const count = (one: unknown): boolean =>
    typeof one === 'object' &&
    one !== null &&
    Object.values(one).some((inner) => left-- <= 0 || count(inner));
  return count(value);
}

/** Requests are checked against their class; a field that the class does not name is refused, not dropped. */
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
 * Refuses what is not worth checking field by field. Names that every object has, such as `constructor`, would be dropped
 * without a word. Fields by the thousand would each be made an instance's property and an error object of its own.
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

/** The fields that a request's class has rules for; of a class without any, none. */
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
  message: `${field} must not hold more than ${MAX_FIELD_VALUES} values`,
});

const unknownField = (field: string): FieldError => ({
  field,
  code: 'unknown_field',
  message: `property ${field} should not exist`,
});

export const validationPipe = (): ValidationPipe => new RequestPipe();

const pipe = validationPipe();

/** What comes in another way than a request, by the rules of a request: either the request, or what is wrong with it. */
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

/** The field may be left out. Unlike `IsOptional` it may not be null. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** The field may be left out or be null. */
export const MayBeNull = (): PropertyDecorator => IsOptional();

const together =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

/** Text that PostgreSQL can store and give back as it came: no control character, no half of a surrogate pair. */
const isStorable = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text);

/** The length comes first: no other rule reads more than twice as many code units. */
const isOfLength = (value: unknown, max: number): value is string =>
  typeof value === 'string' &&
  (value.length <= max || (value.length <= 2 * max && Array.from(value).length <= max));

const isLine = (value: unknown, max: number): value is string =>
  isOfLength(value, max) && isStorable(value) && isVisibleText(value);

/** One line of text, of which a person sees all there is (`isVisibleText`), of at most `max` characters, kept as it came. */
export const IsLine = (max: number): PropertyDecorator =>
  ValidateBy({
    name: 'isLine',
    validator: {
      validate: (value) => isLine(value, max),
      defaultMessage: buildMessage(
        (each) =>
          `${each}$property must be one line of visible text, ${max} characters at most, without invisible characters or marks of direction`,
      ),
    },
  });

/**
 * One line of text of at most `max` characters, invisible ones included: for what is compared and not read by others, such
 * as a search, a slug, or a phone number, which address books copy between marks of direction.
 */
export const IsPlainLine = (max: number): PropertyDecorator =>
  ValidateBy({
    name: 'isLine',
    validator: {
      validate: (value) => isOfLength(value, max) && isStorable(value) && hasVisibleCharacters(value),
      defaultMessage: buildMessage((each) => `${each}$property must be one line of text, ${max} at most`),
    },
  });

/**
 * What somebody typed or pasted where a code belongs: any text that PostgreSQL can hold, blanks, tabs and line ends
 * included. Whether it is a code is not for the form to decide: an invalid one has an answer of its own.
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
        (each) => `${each}$property must be text of ${MAX_CODE_INPUT} characters at most`,
      ),
    },
  });

/** An empty field of a form says what a missing one says. */
export const EmptyIsNull = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === '' ? null : value));

/** An e-mail address of at most 254 characters (RFC 5321). Quoted local parts, which nobody has, are refused. */
export const IsEmailAddress = (): PropertyDecorator =>
  ValidateBy({
    name: 'isEmail',
    validator: {
      // In this order: validator.js throws at half of a surrogate pair.
      validate: (value) =>
        isLine(value, MAX_EMAIL) && hasNoInvisibleCharacters(value) && !value.includes('"') && isEmail(value),
      defaultMessage: buildMessage((each) => `${each}$property must be an e-mail address`),
    },
  });

/** An id: 1 to 64 letters, digits, dashes or underscores. */
export const IsId = (): PropertyDecorator =>
  Matches(ID, { message: '$property must be 1 to 64 letters, digits, dashes or underscores' });

/** An amount in the currency's smallest unit: an integer from 0 to 10^12. */
export const IsCents = (): PropertyDecorator => together(IsInt(), Min(0), Max(MAX_CENTS));

/** RFC 3339 with a zone: `2026-03-20T10:00:00Z`. */
export const IsMoment = (): PropertyDecorator =>
  ValidateBy({
    name: 'isMoment',
    validator: {
      validate: isMoment,
      defaultMessage: buildMessage((each) => `${each}$property must be a time such as 2026-03-20T10:00:00Z`),
    },
  });

/** A query parameter that is a whole number; anything else stays text and fails the rules beside it. */
export const ParseInteger = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
  );

/** A query parameter that is `true` or `false`; anything else stays text and fails the rule beside it. */
export const ParseBoolean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
