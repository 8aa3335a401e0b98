import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Document, Operation, Schema } from './document.js';

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Words of OpenAPI that are not of JSON schema, and promise nothing of a value. */
const ANNOTATIONS = ['example', 'xml', 'externalDocs'];

/** Holds answers against what the document says of them, and requests too. */
export class Judge {
  private readonly ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
  private readonly validators = new Map<Schema, ValidateFunction>();

  constructor(document: Document) {
    addFormats.default(this.ajv);
    this.ajv.addVocabulary(ANNOTATIONS);
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      this.ajv.addSchema(rooted(closed(schema)), name);
    }
  }

  /** What is wrong with an answer to the operation; undefined if the document describes it. */
  flawIn({ answers }: Operation, answer: Answer): string | undefined {
    const described = answers[answer.status];
    if (described === undefined) return `status ${answer.status} is not in the document`;
    if (described.content === undefined) {
      return answer.text === '' ? undefined : `${answer.status} has a body that is not in the document`;
    }
    const type = String(answer.headers['content-type']).split(';', 1)[0] ?? '';
    const media = described.content[type];
    if (media === undefined)
      return `${answer.status} has the media type ${type}, which is not in the document`;
    if (!type.endsWith('json')) return undefined;
    const flaw = this.flawOf(closed(media.schema ?? {}), media.schema ?? {}, parsed(answer.text));
    return flaw === undefined
      ? undefined
      : `${answer.status} has a body that the document does not describe: ${flaw}`;
  }

  /** What is wrong with a refusal of a path, whatever the method. */
  flawInProblem(answer: Answer): string | undefined {
    return this.flawIn(
      { answers: { [answer.status]: { content: PROBLEM } } } as unknown as Operation,
      answer,
    );
  }

  /** Whether the document allows a body; not, if it is no JSON. */
  allows(schema: Schema, text: string): boolean {
    return this.flawOf(schema, schema, parsed(text)) === undefined;
  }

  /** @param key by which the compiled schema is kept */
  private flawOf(schema: Schema, key: Schema, value: unknown): string | undefined {
    const validate = this.validators.get(key) ?? this.ajv.compile(rooted(schema));
    this.validators.set(key, validate);
    return validate(value)
      ? undefined
      : this.ajv.errorsText(validate.errors, { dataVar: 'body' }) + unknownIn(validate);
  }
}

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemAnswer' } } };

/** Names the properties that nobody described. */
const unknownIn = ({ errors }: ValidateFunction): string =>
  (errors ?? []).map(({ params }) => ` ${JSON.stringify(params)}`).join('');

/** As a reader parses it, who may skip a byte order mark (RFC 8259, section 8.1). */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** The same, with components referred to by the names under which the validator knows them. */
const rooted = (schema: Schema): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"')) as object;

/** The schema as a promise: what an answer holds beyond it is a flaw, unless it says otherwise. */
function closed(schema: Schema): Schema {
  const copy: unknown = JSON.parse(JSON.stringify(schema), (_, value: unknown) =>
    isObjectSchema(value) && value.additionalProperties === undefined
      ? { ...value, additionalProperties: false }
      : value,
  );
  return copy as Schema;
}

const isObjectSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'type' in value && [value.type].flat().includes('object');
