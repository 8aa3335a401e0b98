import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import { etagOf, ProblemError } from './problem.js';
import { fetchPatiently } from './retry.js';
import type { components, paths } from './schema.js';

/** The API's schemas by name, such as `Schemas['ReferralAnswer']`. */
export type Schemas = components['schemas'];
export type ReferralsClient = Client<paths>;

export interface ClientOptions {
  /** The service's origin, such as `https://referrals.example.com`. Default: the page's own origin. */
  readonly baseUrl?: string;
  /** Returns the token or API key; called before each request. Undefined: the request is public. */
  readonly token?: () => string | undefined;
  /** How often a request is retried after no answer, or 429, 502, 503 or 504. Default 2. */
  readonly retries?: number;
}

/**
 * Creates a client of the API with typed paths, bodies and answers. A refused request throws `ProblemError`.
 * Every POST carries an `Idempotency-Key`, so that a retry after a lost answer does nothing twice. Set the header
 * yourself where the user's second attempt must be the same request.
 */
export function createClient({ baseUrl = '', token, retries = 2 }: ClientOptions = {}): ReferralsClient {
  const client = createFetchClient<paths>({ baseUrl, fetch: fetchPatiently(retries) });
  client.use(authorized(token), keyed, refused);
  return client;
}

/**
 * Returns the body of a successful answer.
 * @throws ProblemError when the API refused the request; TypeError when it could not be reached
 */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T; // any status but 2xx has thrown
}

/** A resource, and its version to be sent as `If-Match` with a change. */
export interface Versioned<T> {
  readonly state: T;
  /** Undefined if a proxy has removed it. */
  readonly etag: string | undefined;
}

/** Returns the body of a successful answer and its `ETag`. @throws the same errors as `answer` */
export async function versioned<T>(call: Promise<{ data?: T; response: Response }>): Promise<Versioned<T>> {
  const { data, response } = await call;
  return { state: data as T, etag: etagOf(response) };
}

/** Returns the `If-Match` header for a version; no header without one. */
export const ifMatch = (etag: string | undefined): { 'If-Match'?: string } =>
  etag === undefined ? {} : { 'If-Match': etag };

/** Creates an `Idempotency-Key` of 32 hexadecimal digits. Works on plain http too, where `randomUUID` is missing. */
export const idempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const authorized = (token: ClientOptions['token']): Middleware => ({
  onRequest: ({ request }) => {
    const bearer = token?.();
    if (bearer !== undefined) request.headers.set('authorization', `Bearer ${bearer}`);
  },
});

const keyed: Middleware = {
  onRequest: ({ request }) => {
    const { method, headers } = request;
    if (method === 'POST' && !headers.has('idempotency-key'))
      headers.set('idempotency-key', idempotencyKey());
  },
};

const refused: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok) throw await ProblemError.of(response);
  },
};
