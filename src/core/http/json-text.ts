/**
 * A response whose JSON was built by the database. It is sent as it is, without parsing and serializing it again. `T`
 * is its type after parsing.
 */
export class JsonText<T> {
  declare readonly type: T;
  constructor(readonly text: string) {}
}

/** Fastify's reply serializer: `JSON.stringify`, except for `JsonText`. */
export const serializeReply = (answer: unknown): string =>
  answer instanceof JsonText ? answer.text : JSON.stringify(answer);
