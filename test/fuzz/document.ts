/** A JSON schema, as far as the document uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly example?: unknown;
}

type Media = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Described {
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Media };
  readonly responses: Readonly<Record<string, { readonly content?: Media }>>;
}

/** An OpenAPI document, as somebody reads it who knows nothing else of the service. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One method of one path. */
export interface Operation {
  /** `GET /api/promos/{id}` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** The kinds of callers that are let in, a key by its scope: `tenant_admin`, `api_key read`; `none` for anybody. */
  readonly callers: readonly string[];
  readonly query: readonly Parameter[];
  readonly body: Schema | undefined;
  /** Whether the body is a table instead. */
  readonly table: boolean;
  readonly answers: Described['responses'];
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Every operation: those that make and list things before those that are about one, and what removes things last. */
export function operationsOf(document: Document): Operation[] {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const described = item[method];
      return described === undefined ? [] : [operationOf(document, method.toUpperCase(), path, described)];
    }),
  );
  const rank = ({ method, path }: Operation): number =>
    placeholdersIn(path).length + (method === 'DELETE' ? 100 : 0);
  return all.toSorted((one, other) => rank(one) - rank(other));
}

function operationOf(document: Document, method: string, path: string, described: Described): Operation {
  const { security = [], parameters = [], requestBody, responses } = described;
  const schema = requestBody?.content['application/json']?.schema;
  return {
    name: `${method} ${path}`,
    method,
    path,
    callers: security.flatMap((one) => (Object.keys(one).length === 0 ? ['none'] : kindsIn(one))),
    query: parameters
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => ({ ...parameter, schema: resolved(document, parameter.schema ?? {}) })),
    body: schema === undefined ? undefined : resolved(document, schema),
    table: requestBody?.content['text/csv'] !== undefined,
    answers: responses,
  };
}

const kindsIn = (requirement: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(requirement).map(([kind, scopes]) => [kind, ...scopes].join(' '));

/** The schema without references; requests don't refer to themselves. */
function resolved(document: Document, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return resolved(document, document.components.schemas[name] ?? {});
  const { items, properties } = schema;
  return {
    ...schema,
    ...(items === undefined ? {} : { items: resolved(document, items) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, value]) => [key, resolved(document, value)]),
          ),
        }),
  };
}

/** The placeholders of a path, each by the word before it, which says of what it is an id: `promos` in `/api/promos/{id}`. */
export const placeholdersIn = (path: string): string[] =>
  [...path.matchAll(/([^/]+)\/\{[^}]+\}/g)].map(([, room = '']) => room);

/** The types that a schema allows. */
export const typesOf = ({ type }: Schema): readonly string[] =>
  typeof type === 'string' ? [type] : (type ?? []);
