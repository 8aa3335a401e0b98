import fc from 'fast-check';
import { type Schema, typesOf } from './document.js';

/** Values that are there, by the name of the field: codes, ids of customers, the tenant's address. */
export type Known = (field: string) => readonly string[];

const MAX_TEXT = 40;
const YEARS = {
  min: new Date('2027-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
};

/** A value that the document allows. */
export function validValue(schema: Schema, field: string, known: Known): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const all = typesOf(schema).map((type) => valueOf(type, schema, field, known));
  return all.length === 0 ? fc.constant(schema.example ?? {}) : fc.oneof(...all);
}

function valueOf(type: string, schema: Schema, field: string, known: Known): fc.Arbitrary<unknown> {
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') return aNumber(schema);
  if (type === 'array') return aList(schema, field, known);
  if (type === 'object') return anObject(schema, known);
  return aText(schema, field, known);
}

/** Both ends, what the document shows, and small numbers: a number has rules beside its range, such as its decimals. */
function aNumber({ minimum = 0, maximum = 100, example }: Schema): fc.Arbitrary<number> {
  const small = fc.integer({ min: Math.max(minimum, -1000), max: Math.min(maximum, 1000) });
  return fc.oneof(
    small,
    fc.constantFrom(minimum, maximum, ...(typeof example === 'number' ? [example] : [])),
  );
}

function aList({ items = {}, minItems = 0 }: Schema, field: string, known: Known): fc.Arbitrary<unknown> {
  return fc.uniqueArray(validValue(items, field, known), { minLength: minItems, maxLength: minItems + 2 });
}

function anObject({ properties = {}, required = [] }: Schema, known: Known): fc.Arbitrary<object> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, validValue(schema, name, known)]),
  );
  const few = Object.fromEntries(Object.entries(fields).filter(([name]) => required.includes(name)));
  return fc.oneof(
    fc.record(fields, { noNullPrototype: true }),
    fc.record(few, { noNullPrototype: true }),
    fc.record(fields, { requiredKeys: [...required], noNullPrototype: true }),
  );
}

function aText(schema: Schema, field: string, known: Known): fc.Arbitrary<string> {
  const { format, pattern, minLength = 1, maxLength = MAX_TEXT, example } = schema;
  if (format === 'email') return fc.stringMatching(/^[a-z]{10,12}$/).map((name) => `${name}@example.com`);
  if (format === 'date-time') return fc.date(YEARS).map((date) => date.toISOString());
  if (known(field).length > 0) return fc.constantFrom(...known(field));
  if (pattern !== undefined) {
    return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= maxLength);
  }
  if (format !== undefined && typeof example === 'string') return fc.constant(example);
  const length = { minLength, maxLength: Math.min(maxLength, MAX_TEXT) };
  const letters = fc.string({
    ...length,
    unit: fc.constantFrom('a', 'b', 'Z', '0', '9', 'ä', 'ß', '漢', '字', '😀'),
  });
  const plain = fc.string({ ...length, unit: fc.constantFrom('a', 'b', 'Z', '0', '9') });
  return fc.oneof(plain, letters, ...(typeof example === 'string' ? [fc.constant(example)] : []));
}

const quoted = (text: string): string => JSON.stringify(text);

/** JSON text that hardly a field takes, and that no field may choke on. */
const ODD = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1.5', '0.1', '1e400', '-1e400', '1e21', '9007199254740993'],
  ...['99999999999999999999999', '1e-400', '[]', '{}', '[null]', '[[[[[[[[[[1]]]]]]]]]]', '[{}]'],
  ...['{"constructor":{"prototype":1}}', '{"__proto__":{"admin":true}}', '{"toString":1}', '{"length":1}'],
  ...[
    '"\\u0000"',
    '"a\\u0000b"',
    '"\\ud800"',
    '"a\\udfffb"',
    '"\\ud800\\ud800"',
    '"\\u202eabc"',
    '"\\ufeff"',
  ],
  ...['""', '" "', '"\\n"', '"\\t a"', '"\\u00a0"', '"1"', '"NaN"', '"true"', '"null"', '"infinity"'],
  ...['"__proto__"', '"constructor"', '"\' or 1=1; --"', '"%00"', '"../../etc/passwd"', '"${7*7}"', '"\\\\"'],
  ...['"2026-02-30T00:00:00Z"', '"2026-01-01"', '"+275760-09-13T00:00:00Z"', '"0000-01-01T00:00:00Z"'],
  ...['"9999-12-31T23:59:60Z"', '"a@b"', '"@"', '"\\"@example.com"', '"a@exa\\u0000mple.com"', '"ＡＢＣ"'],
  ...['"http://169.254.169.254/"', '"file:///etc/passwd"', '"https://user:pass@example.com/"'],
  ...[40, 64, 100, 200, 254, 256, 500, 5000].map((length) => quoted('x'.repeat(length + 1))),
  quoted('😀'.repeat(300)),
  quoted('e\u0301'.repeat(150)),
];

/** JSON text for a field: by its schema one step beyond what is allowed, or odd whatever the field. */
function brokenValue(schema: Schema): fc.Arbitrary<string> {
  const { items, properties } = schema;
  const near = beyond(schema);
  const inside: fc.Arbitrary<string>[] = [];
  if (items !== undefined) inside.push(brokenValue(items).map((item) => `[${item}]`));
  if (properties !== undefined) inside.push(brokenObject(schema, {}, Object.keys(properties)));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ODD) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }).map(quoted) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)) },
    ...(near.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...near) }] : []),
    ...inside.map((arbitrary) => ({ weight: 3, arbitrary })),
  );
}

function beyond({ minLength = 0, maxLength, minimum, maximum, enum: words = [], example }: Schema): string[] {
  const numbers = [
    ...(minimum === undefined ? [] : [minimum - 1, minimum - 0.5]),
    ...(maximum === undefined ? [] : [maximum + 1, maximum + 0.5]),
  ];
  return [
    ...numbers.map(String),
    ...(maxLength === undefined
      ? []
      : [quoted('x'.repeat(maxLength + 1)), quoted('漢'.repeat(maxLength + 1))]),
    ...(minLength > 1 ? [quoted('x'.repeat(minLength - 1))] : []),
    ...words.flatMap((word) => [quoted(`${String(word)} `), quoted(String(word).toUpperCase())]),
    ...(example === undefined
      ? []
      : [JSON.stringify([example]), quoted(JSON.stringify(example)), `{"a":${JSON.stringify(example)}}`]),
  ];
}

/** Names that the document does not know; some of them every object has. */
const UNKNOWN = [
  'no_such_field',
  'tenant_id',
  'created_at',
  'status_',
  'constructor',
  'toString',
  '__proto__',
  '',
];

/** A good object as JSON text, with one of these fields broken or absent, or with one that is unknown. */
export function brokenObject(
  { properties = {} }: Schema,
  good: object,
  fields: readonly string[],
): fc.Arbitrary<string> {
  const but = (left: string, ...more: string[]): string => {
    const members = Object.entries(good).filter(([name]) => name !== left);
    return `{${[...members.map(([name, value]) => `${quoted(name)}:${JSON.stringify(value)}`), ...more].join(',')}}`;
  };
  const unknown = fc
    .tuple(fc.constantFrom(...UNKNOWN), fc.constantFrom(...ODD))
    .map(([name, raw]) => but(name, `${quoted(name)}:${raw}`));
  if (fields.length === 0) return unknown;
  const broken = fc
    .constantFrom(...fields)
    .chain((name) => brokenValue(properties[name] ?? {}).map((raw) => but(name, `${quoted(name)}:${raw}`)));
  return fc.oneof(
    { weight: 8, arbitrary: broken },
    { weight: 1, arbitrary: fc.constantFrom(...fields).map((name) => but(name)) },
    { weight: 1, arbitrary: unknown },
  );
}
