import fc from 'fast-check';
import { type Operation, type Schema, typesOf } from './document.js';
import { at } from '../support/ledger-fixture.js';
import { type FuzzRequest, sortsFor } from './requests.js';
import type { Stage } from './stage.js';

/** A request that costs as much as one of its sort can, and in what it is so heavy. */
export interface HeavyRequest extends FuzzRequest {
  readonly what: string;
}

/** As long as a body, a header, an address may be. */
const BODY = 65_000;
const HEADER = 15_000;

/** Texts that are dear to read: for patterns that look back, for normal forms that grow, for what is looked for in vain. */
const TEXTS: Record<string, (length: number) => string> = {
  'one letter': (length) => 'a'.repeat(length),
  blanks: (length) => ' '.repeat(length),
  'blanks and a letter': (length) => `${' '.repeat(length - 2)}a`,
  dashes: (length) => 'a-'.repeat(length / 2),
  'mail addresses': (length) => 'a@a.a.'.repeat(length / 6),
  dots: (length) => `a@${'a.'.repeat(length / 2 - 2)}`,
  quotes: (length) => '"\\"'.repeat(length / 4),
  'what grows when normalized': (length) => '\ufdfa'.repeat(length / 3),
  'marks upon one letter': (length) => `a${'\u0301\u0323'.repeat(length / 4 - 1)}`,
  'invisible ones': (length) => '\u200b'.repeat(length / 3),
  'joiners between letters': (length) => 'a\u200d'.repeat(length / 4),
  surrogates: (length) => '\u{1f9d1}'.repeat(length / 4),
  digits: (length) => '1'.repeat(length),
  slashes: (length) => 'https://a/'.repeat(length / 10),
  addresses: (length) => '1.2.3.4, '.repeat(length / 9),
};

/** What in the world holds as much as a name, a code or a list can. */
const FIELDS = Object.fromEntries(Array.from({ length: 8_000 }, (_, n) => [`f${n}`, n]));

const bodiesFor = (schema: Schema | undefined, good: object): [what: string, body: string][] => {
  const fields = Object.entries(schema?.properties ?? {});
  const long = (text: (length: number) => string, names: readonly string[]): string =>
    JSON.stringify({
      ...good,
      ...Object.fromEntries(names.map((name) => [name, text(BODY / 4 / names.length)])),
    });
  const texts = fields.filter(([, field]) => typesOf(field).includes('string')).map(([name]) => name);
  return [
    ['unknown fields', JSON.stringify({ ...good, ...FIELDS })],
    ['unknown fields within a field', JSON.stringify({ ...good, [fields[0]?.[0] ?? 'x']: FIELDS })],
    ['a list within a field', JSON.stringify({ ...good, [fields[0]?.[0] ?? 'x']: Array(30_000).fill(1) })],
    ['a field again and again', `{${'"a":1,'.repeat(9_000)}"a":1}`],
    ['one long field name', JSON.stringify({ ['x'.repeat(BODY)]: 1 })],
    ['a long number', `{"a":${'9'.repeat(BODY)}}`],
    ['escapes', `{"a":"${'\\u0061'.repeat(10_000)}"}`],
    ['brackets', '['.repeat(BODY)],
    ['objects within objects', '{"a":'.repeat(BODY / 6)],
    ['blanks', ' '.repeat(BODY)],
    ...fields
      .filter(([, field]) => typesOf(field).includes('array'))
      .map(([name]): [string, string] => [
        `a long list ${name}`,
        JSON.stringify({ ...good, [name]: Array(12_000).fill('*') }),
      ]),
    ...(texts.length === 0
      ? []
      : Object.entries(TEXTS).map(([what, text]): [string, string] => [
          `${what} in each text`,
          long(text, texts),
        ])),
  ];
};

const HEADERS = [
  'authorization',
  'idempotency-key',
  'accept-language',
  'accept',
  'content-type',
  'cookie',
  'x-forwarded-for',
  'if-none-match',
  'range',
  'origin',
];
/** No header can hold the others. */
const HEADER_TEXTS = Object.entries(TEXTS).filter(([, text]) => /^[\x20-\x7e]*$/.test(text(40)));
const TEXTS_OF_ADDRESSES = Object.entries(TEXTS).map(
  ([what, text]) => [what, encodeURIComponent(text(HEADER / 9))] as const,
);

/** The good request of an operation, and what strangers make of it. */
export function heavyRequestsFor(operation: Operation, stage: Stage, seed: number): HeavyRequest[] {
  const [[good] = []] = sortsFor(operation, stage);
  if (good === undefined) return [];
  const [request] = fc.sample(good, { numRuns: 1, seed });
  if (request === undefined) return [];
  const address = request.path.split('?')[0] ?? '';
  const to = (path: string, what: string): HeavyRequest => ({ ...request, path, what });
  return [
    { ...request, what: 'a good one' },
    ...headersFor(request.headers, seed).map(([what, headers]) => ({ ...request, headers, what })),
    ...TEXTS_OF_ADDRESSES.flatMap(([what, text]) => [
      ...operation.query.map(({ name }) => to(`${address}?${name}=${text}`, `${name}: ${what}`)),
      ...(operation.path.includes('{')
        ? [to(operation.path.replace(/\{[^}]+\}/g, text), `id: ${what}`)]
        : []),
    ]),
    to(`${address}?${'a=1&'.repeat(HEADER / 4)}`, 'parameters'),
    to(`${address}?${'a[]=1&'.repeat(HEADER / 6)}`, 'a list of parameters'),
    ...(operation.method === 'GET' ? [] : withBodies(operation, request)),
  ];
}

type Headers = FuzzRequest['headers'];

/** Each header with two of the texts: others for the next operation, so that all of them meet all headers. */
const headersFor = (headers: Headers, turn: number): [what: string, headers: Headers][] =>
  HEADERS.flatMap((header, index) =>
    [0, 1].map((next): [string, Headers] => {
      const [what, text] = at(HEADER_TEXTS, turn * 2 + index + next);
      const scheme = header === 'authorization' && what !== 'one letter' ? 'Bearer ' : '';
      return [`${header}: ${what}`, { ...headers, [header]: `${scheme}${text(HEADER)}`.trim() }];
    }),
  );

function withBodies(operation: Operation, request: FuzzRequest): HeavyRequest[] {
  const good =
    operation.table || request.body === undefined ? {} : (JSON.parse(String(request.body)) as object);
  const headers = { ...request.headers, 'content-type': 'application/json' };
  return bodiesFor(operation.body, good).map(([what, body]) => ({
    ...request,
    headers,
    body,
    what: `body: ${what}`,
  }));
}
