import type { Reply, TestApp } from '../support/app.js';
import { TABLE_HEADERS } from '../support/routes.js';

export const IMPORT_PATH = '/api/customers/import';

/** Sends a file of customers. */
export const sendFile = <Body>(
  app: TestApp,
  token: string | undefined,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Reply<Body>> =>
  app.call<Body>('POST', IMPORT_PATH, { token, body, headers: { ...TABLE_HEADERS, ...headers } });
