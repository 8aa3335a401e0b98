/**
 * An answer whose JSON was built by the database: sent as it is, neither parsed nor serialised again.
 * `T` is the type that a caller reads from it.
 */
export class JsonText<T> {
  declare readonly type: T;
  constructor(readonly text: string) {}
}

/** Fastify's serialiser: plain answers by JSON.stringify, texts untouched. */
export const serializeReply = (answer: unknown): string =>
  answer instanceof JsonText ? answer.text : JSON.stringify(answer);
