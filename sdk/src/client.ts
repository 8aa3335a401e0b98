import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import { ProblemError } from './problem.js';
import { fetchPatiently } from './retry.js';
import type { components, paths } from './schema.js';

/** The shapes of the API by their names, such as `Schemas['ReferralAnswer']`. */
export type Schemas = components['schemas'];
export type ReferralsClient = Client<paths>;

export interface ClientOptions {
  /** Where the service is, such as `https://referrals.example.com`; without it the page's own origin. */
  readonly baseUrl?: string;
  /** The token or API key to call with, asked for before each call; undefined: the call is the public's. */
  readonly token?: () => string | undefined;
  /** How often a call is sent again that got no answer, or 429, 502, 503 or 504. Default 2. */
  readonly retries?: number;
}

/**
 * A client of the API whose paths, bodies and answers are typed. A call that is refused throws `ProblemError`.
 * Every POST carries an `Idempotency-Key`, so that sending it again after a lost answer does nothing twice; give the
 * header yourself where a second attempt of the user is to be the same request.
 */
export function createClient({ baseUrl = '', token, retries = 2 }: ClientOptions = {}): ReferralsClient {
  const client = createFetchClient<paths>({ baseUrl, fetch: fetchPatiently(retries) });
  client.use(authorised(token), keyed, refused);
  return client;
}

/**
 * The body of a call that went well.
 * @throws ProblemError what the API refused; TypeError when it could not be reached
 */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T; // anything but 2xx has thrown
}

/** A new key for `Idempotency-Key`: 32 hexadecimal digits. It works on plain http too, where `randomUUID` is missing. */
export const idempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const authorised = (token: ClientOptions['token']): Middleware => ({
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
