import { Inject, Injectable } from '@nestjs/common';
import type { LookupAddress } from 'node:dns';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Clock } from '../../core/clock.js';
import { addressesOf } from './name-lookup.js';
import { isPublicAddress } from './public-address.js';
import { retryAfterMs } from './retry-schedule.js';
import type { AttemptError } from './webhook-delivery.entity.js';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { type Target, targetOf, type UrlRefusal } from './webhook-target.js';

/** Nobody needs what a receiver says; this much is read so that it can end its answer, and dropped. */
const MAX_ANSWER_BYTES = 4096;

/** Nobody who adds a webhook waits longer for a name server than this. */
const EARLY_LOOKUP_MS = 2000;

/** One call: the status it was answered with, if it was, and what was wrong with that. */
export interface Attempt {
  readonly status: number | null;
  readonly error: AttemptError | null;
  /** The receiver's `Retry-After`, in milliseconds; 0 without one. */
  readonly askedMs: number;
}

/** Why there was no answer. */
class NoAnswer extends Error {
  constructor(readonly reason: AttemptError) {
    super(reason);
  }
}

/**
 * Calls receivers. A name is resolved once a call, every address of it is checked, and the connection goes to what was
 * checked: a name that points elsewhere a moment later gains nothing. No redirect is followed, no proxy is asked, and no
 * connection is kept.
 */
@Injectable()
export class WebhookSenderService {
  constructor(
    @Inject(WEBHOOK_OPTIONS) private readonly options: WebhookOptions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param signal ends the call
   * @returns what became of it, whatever the receiver does
   * @throws the signal's reason
   */
  async post(
    url: string,
    headers: Record<string, string>,
    body: string,
    signal: AbortSignal,
  ): Promise<Attempt> {
    const limit = AbortSignal.timeout(this.options.timeoutMs);
    const ending = AbortSignal.any([limit, signal]);
    try {
      const target = targetOf(url, this.options.allow);
      if (typeof target === 'string') throw new NoAnswer('address_not_allowed');
      const addresses = await this.checkedAddresses(target, ending);
      const { statusCode = 0, headers: answered } = await exchange(target.url, body, {
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Referrals-Webhooks/1' },
        lookup: alwaysTo(addresses),
        signal: ending,
      });
      const askedMs = retryAfterMs(answered['retry-after'], this.clock.now());
      return { status: statusCode, error: errorOf(statusCode), askedMs };
    } catch (error) {
      signal.throwIfAborted();
      return { status: null, error: reasonOf(error, limit), askedMs: 0 };
    }
  }

  /**
   * Checks an address early, as every call checks it again: it looks the name up, which may take two seconds. A name that
   * nobody knows may come to be.
   * @returns why webhooks must not go there, or undefined if they may
   */
  async refusalOf(url: string): Promise<UrlRefusal | undefined> {
    const target = targetOf(url, this.options.allow);
    if (typeof target === 'string') return target;
    try {
      await this.checkedAddresses(target, AbortSignal.timeout(EARLY_LOOKUP_MS));
    } catch (error) {
      if (reasonOf(error) === 'address_not_allowed') return 'address_not_allowed';
    }
    return undefined;
  }

  private async checkedAddresses(target: Target, signal: AbortSignal): Promise<LookupAddress[]> {
    const addresses = await addressesOf(target, signal).catch(() => {
      signal.throwIfAborted();
      throw new NoAnswer('name_not_resolved');
    });
    if (!target.excepted && !addresses.every(({ address }) => isPublicAddress(address))) {
      throw new NoAnswer('address_not_allowed');
    }
    return addresses;
  }
}

/** Answers every look-up of a connection with what has been checked. */
const alwaysTo =
  (addresses: LookupAddress[]): LookupFunction =>
  (_name, { all }, callback) => {
    const [{ address, family } = { address: '', family: 0 }] = addresses;
    if (all === true) callback(null, addresses);
    else callback(null, address, family);
  };

/** One request on a connection of its own, and as much of the answer as anybody waits for. */
function exchange(url: URL, body: string, options: RequestOptions): Promise<IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const call = request(url, { ...options, method: 'POST', agent: false }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes < MAX_ANSWER_BYTES) return;
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
  if (error instanceof NoAnswer) return error.reason;
  return limit?.aborted === true ? 'timeout' : 'connection_failed';
}

/** What an answer means: only 2xx says that it has arrived, and a redirect is not followed. */
function errorOf(status: number): AttemptError | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirect' : 'http_error';
}
