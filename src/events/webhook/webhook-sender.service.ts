import { Inject, Injectable } from '@nestjs/common';
import type { LookupAddress } from 'node:dns';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Clock } from '../../core/clock.js';
import { resolveAddresses } from './name-lookup.js';
import { isPublicAddress } from './public-address.js';
import { parseRetryAfter } from './retry-schedule.js';
import type { AttemptError } from './webhook-delivery.entity.js';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { type Target, parseTarget, type UrlRefusal } from './webhook-target.js';

/** The part of a response that is read, so that the receiver can finish sending it. Its content is not used. */
const MAX_RESPONSE_BYTES = 4096;

/** The maximum wait for a name server when a webhook is added. */
const EARLY_LOOKUP_MS = 2000;

/** The result of one call. `status` is null without a response. */
export interface Attempt {
  readonly status: number | null;
  readonly error: AttemptError | null;
  /** The receiver's `Retry-After` in milliseconds; 0 without one. */
  readonly retryAfterMs: number;
}

/** A call without a response, and the reason. */
class NoResponse extends Error {
  constructor(readonly reason: AttemptError) {
    super(reason);
  }
}

/**
 * Calls receivers. Each call resolves the name once, checks all of its addresses, and connects to a checked address, so
 * that DNS rebinding has no effect. Follows no redirects, uses no proxy, and keeps no connection open.
 */
@Injectable()
export class WebhookSenderService {
  constructor(
    @Inject(WEBHOOK_OPTIONS) private readonly options: WebhookOptions,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends one request. A failure of the receiver is a result, not an exception.
   * @param signal aborts the call
   * @throws the signal's reason
   */
  async post(
    url: string,
    headers: Record<string, string>,
    body: string,
    signal: AbortSignal,
  ): Promise<Attempt> {
    const limit = AbortSignal.timeout(this.options.timeoutMs);
    const aborted = AbortSignal.any([limit, signal]);
    try {
      const target = parseTarget(url, this.options.allow);
      if (typeof target === 'string') throw new NoResponse('address_not_allowed');
      const addresses = await this.checkedAddresses(target, aborted);
      const { statusCode = 0, headers: answered } = await sendRequest(target.url, body, {
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Referrals-Webhooks/1' },
        lookup: pinnedLookup(addresses),
        signal: aborted,
      });
      const retryAfterMs = parseRetryAfter(answered['retry-after'], this.clock.now());
      return { status: statusCode, error: errorOf(statusCode), retryAfterMs };
    } catch (error) {
      signal.throwIfAborted();
      return { status: null, error: reasonOf(error, limit), retryAfterMs: 0 };
    }
  }

  /**
   * Checks a URL before it is stored. Resolves its name, which takes up to two seconds; a name that can't be resolved yet is
   * accepted. Every call checks the URL again.
   * @returns the reason why webhooks must not be sent there, or undefined
   */
  async refusalOf(url: string): Promise<UrlRefusal | undefined> {
    const target = parseTarget(url, this.options.allow);
    if (typeof target === 'string') return target;
    try {
      await this.checkedAddresses(target, AbortSignal.timeout(EARLY_LOOKUP_MS));
    } catch (error) {
      if (reasonOf(error) === 'address_not_allowed') return 'address_not_allowed';
    }
    return undefined;
  }

  private async checkedAddresses(target: Target, signal: AbortSignal): Promise<LookupAddress[]> {
    const addresses = await resolveAddresses(target, signal).catch(() => {
      signal.throwIfAborted();
      throw new NoResponse('name_not_resolved');
    });
    if (!target.isAllowed && !addresses.every(({ address }) => isPublicAddress(address))) {
      throw new NoResponse('address_not_allowed');
    }
    return addresses;
  }
}

/** Returns a lookup function for a connection that always returns the checked addresses. */
const pinnedLookup =
  (addresses: LookupAddress[]): LookupFunction =>
  (_name, { all }, callback) => {
    const [{ address, family } = { address: '', family: 0 }] = addresses;
    if (all === true) callback(null, addresses);
    else callback(null, address, family);
  };

/** Sends a request on a new connection, and resolves after the response or its first `MAX_RESPONSE_BYTES`. */
function sendRequest(url: URL, body: string, options: RequestOptions): Promise<IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const call = request(url, { ...options, method: 'POST', agent: false }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes < MAX_RESPONSE_BYTES) return;
        resolve(answer);
        call.destroy();
      });
      answer.on('end', () => {
        resolve(answer);
      });
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}

function reasonOf(error: unknown, limit?: AbortSignal): AttemptError {
  if (error instanceof NoResponse) return error.reason;
  return limit?.aborted === true ? 'timeout' : 'connection_failed';
}

/** Returns the error for a status; null for 2xx. Redirects are errors, because they are not followed. */
function errorOf(status: number): AttemptError | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirect' : 'http_error';
}
