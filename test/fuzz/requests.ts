import fc from 'fast-check';
import { type Operation, placeholdersIn, type Schema } from './document.js';
import {
  GOOD_TABLE,
  ODD_BODIES,
  ODD_CONTENT_TYPES,
  ODD_HEADERS,
  ODD_IDS,
  ODD_KEYS,
  ODD_TABLES,
  ODD_VALUES,
  UNKNOWN_PARAMETERS,
} from './odd.js';
import type { Stage } from './stage.js';
import { brokenObject, validValue } from './values.js';
import type { WireRequest } from './wire.js';

/** A request that is about to be sent, in parts. */
interface Draft {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly path: string;
  /** `name=value`, encoded. */
  readonly query: readonly string[];
  readonly body: string | Buffer | undefined;
  /** By a caller who may see what is answered. */
  readonly ours: boolean;
}

export type FuzzRequest = WireRequest & Pick<Draft, 'ours'>;

/** Requests of one sort, and how many of them there should be at the least. */
export type Sort = readonly [requests: fc.Arbitrary<FuzzRequest>, atLeast: number];

/** Requests for an operation: good ones, such as have one part that is broken or odd, and of these some for each field. */
export function sortsFor(operation: Operation, stage: Stage): Sort[] {
  const good = goodDraft(operation, stage);
  const { body, method, path, query } = operation;
  const names = query.map(({ name }) => name);
  const sorts: [fc.Arbitrary<Draft>, number][] = [
    [good, 18],
    [changed(good, otherCaller(stage)), 8],
    [changed(good, oddHeaders(operation)), 5],
    [changed(good, unknownParameter), 2],
    ...names.map((name): [fc.Arbitrary<Draft>, number] => [changed(good, oddParameter(name, stage)), 3]),
  ];
  if (body !== undefined) {
    const fields = Object.keys(body.properties ?? {});
    sorts.push([brokenBody(good, body, fields), 4]);
    for (const field of fields) sorts.push([brokenBody(good, body, [field]), 3]);
  }
  if (operation.table) sorts.push([changed(good, oddTable), 20]);
  if (method !== 'GET') sorts.push([changed(good, oddBody), 5]);
  if (path.includes('{')) sorts.push([changed(good, oddPath(path, stage)), 8]);
  return sorts.map(([drafts, atLeast]) => [drafts.map((draft) => wired(method, draft)), atLeast]);
}

const wired = (method: string, { path, query, headers, body, ours }: Draft): FuzzRequest => ({
  method,
  path: query.length === 0 ? path : `${path}?${query.join('&')}`,
  headers,
  body,
  ours,
});

const changed = (good: fc.Arbitrary<Draft>, change: fc.Arbitrary<Partial<Draft>>): fc.Arbitrary<Draft> =>
  fc
    .tuple(good, change)
    .map(([draft, parts]) => ({ ...draft, ...parts, headers: { ...draft.headers, ...parts.headers } }));

/** As the document wants it, by one of those whom it lets in. */
function goodDraft(
  { method, callers, path, query, body, table }: Operation,
  stage: Stage,
): fc.Arbitrary<Draft> {
  const ids = placeholdersIn(path).map((room) => fc.constantFrom(...orNone(stage.idsOf(room))));
  const caller = fc.constantFrom(...(callers.length === 0 ? ['none'] : callers));
  const written = ({ name, schema = {} }: Operation['query'][number]): fc.Arbitrary<string> =>
    validValue(schema, name, stage.known).map((value) => `${name}=${encodeURIComponent(String(value))}`);
  const [needed, others] = [true, false].map((required) =>
    query.filter((parameter) => (parameter.required ?? false) === required).map(written),
  );
  const parameters = fc
    .tuple(
      fc.tuple(...(needed ?? [])),
      few(fc.tuple(...(others ?? []).map((one) => fc.option(one, { freq: 1, nil: undefined })))),
    )
    .map((given) => given.flat());
  const text =
    body === undefined
      ? fc.constantFrom(table ? GOOD_TABLE : undefined)
      : validValue(body, '', stage.known).map((one) => JSON.stringify(one));
  return fc.tuple(caller, fc.tuple(...ids), parameters, text).map(([by, named, given, sent]) => ({
    headers: {
      ...authorization(stage.callers.good[by]),
      ...(sent === undefined || method === 'GET'
        ? {}
        : { 'content-type': table ? 'text/csv' : 'application/json' }),
    },
    path: filled(path, named),
    query: given,
    body: sent,
    ours: true,
  }));
}

/** None of the parameters as often as some. */
const few = (parameters: fc.Arbitrary<(string | undefined)[]>): fc.Arbitrary<string[]> =>
  fc.oneof(
    fc.constant<string[]>([]),
    parameters.map((list) => list.filter((one) => one !== undefined)),
  );

const orNone = (ids: readonly string[]): readonly string[] => (ids.length === 0 ? ['no_such_id'] : ids);

const authorization = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

function filled(path: string, ids: readonly string[]): string {
  const left = [...ids];
  return path.replace(/\{[^}]+\}/g, () => left.shift() ?? '');
}

/** The same by somebody else, by nobody, or with an `Authorization` that is none. */
function otherCaller({ callers }: Stage): fc.Arbitrary<Partial<Draft>> {
  const tokens = [...Object.values(callers.good), ...Object.values(callers.bad)].map(
    (token) => `Bearer ${token}`,
  );
  const odd = [
    '',
    'Bearer',
    'Bearer ',
    'Basic dXNyOnB3',
    'Bearer  a b',
    `bearer ${callers.good.customer}`,
    'Bearer é',
  ];
  return fc
    .constantFrom(...tokens, ...odd)
    .map((value) => ({ headers: { authorization: value }, ours: false }));
}

function oddHeaders({ method }: Operation): fc.Arbitrary<Partial<Draft>> {
  const all = [
    ...ODD_HEADERS,
    ...ODD_KEYS.map((key) => ({ 'idempotency-key': key })),
    { 'idempotency-key': ['a', 'b'] },
  ];
  const types = method === 'GET' ? [] : ODD_CONTENT_TYPES.map((type) => ({ 'content-type': type }));
  const expectation = method === 'GET' ? [{ expect: 'nonsense' }] : [];
  return fc
    .constantFrom<Record<string, string | string[]>>(...all, ...types, ...expectation)
    .map((headers) => ({ headers }));
}

const oddBody: fc.Arbitrary<Partial<Draft>> = fc
  .constantFrom(...ODD_BODIES)
  .map((body) => ({ body, headers: { 'content-type': 'application/json' } }));

const oddTable: fc.Arbitrary<Partial<Draft>> = fc.constantFrom(...ODD_TABLES).map((body) => ({ body }));

/** The good body with one of these fields that is not, or with another field. */
const brokenBody = (
  good: fc.Arbitrary<Draft>,
  schema: Schema,
  fields: readonly string[],
): fc.Arbitrary<Draft> =>
  good.chain((draft) => {
    const body = JSON.parse(String(draft.body)) as object;
    return brokenObject(schema, body, fields).map((text) => ({ ...draft, body: text }));
  });

function oddPath(path: string, stage: Stage): fc.Arbitrary<Partial<Draft>> {
  const rooms = placeholdersIn(path);
  const ids = rooms.map((room) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ODD_IDS) },
      { weight: 1, arbitrary: fc.constant(stage.foreignIdOf(room)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...orNone(stage.idsOf(room))).map((id) => `${id.toUpperCase()}%0A`),
      },
    ),
  );
  return fc.tuple(...ids).map((named) => ({ path: filled(path, named) }));
}

/** A parameter that nobody knows. */
const unknownParameter: fc.Arbitrary<Partial<Draft>> = fc
  .tuple(fc.constantFrom(...UNKNOWN_PARAMETERS), fc.constantFrom(...ODD_VALUES))
  .map(([name, value]) => ({ query: [`${name}=${value}`] }));

/** A parameter with an odd value, there twice, with what is another tenant's, or cut short. */
function oddParameter(name: string, stage: Stage): fc.Arbitrary<Partial<Draft>> {
  const value = fc.constantFrom(...ODD_VALUES);
  const cut = fc
    .tuple(fc.constantFrom('Zm9v', ...stage.known(name)), fc.nat({ max: 60 }))
    .map(([known, length]) => known.slice(0, length));
  const one = fc.oneof({ weight: 4, arbitrary: value }, cut, fc.constant(stage.theirs.customer.id));
  return fc
    .array(one, { minLength: 1, maxLength: 2 })
    .map((values) => ({ query: values.map((is) => `${name}=${is}`) }));
}
