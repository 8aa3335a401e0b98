import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Clock } from '../../core/clock.js';
import { DataKey } from '../../common/data-key.js';
import type { ClaimedDelivery, Payload } from './delivery.repository.js';

const PURPOSE = 'webhook secret';

/** Generates the secrets of endpoints, seals them at rest, and signs deliveries with them. */
@Injectable()
export class WebhookSignerService {
  constructor(
    private readonly dataKey: DataKey,
    private readonly clock: Clock,
  ) {}

  /** Returns a new secret, and its sealed form to store. */
  newSecret(): { secret: string; sealed: string } {
    const secret = newSecret();
    return { secret, sealed: this.dataKey.seal(PURPOSE, secret) };
  }

  /**
   * Returns the headers of one attempt.
   * @throws Error if the secrets were sealed with another key
   */
  headersOf({ id, secret, previous_secret }: ClaimedDelivery, body: string): Record<string, string> {
    const sealed = previous_secret === null ? [secret] : [secret, previous_secret];
    const secrets = sealed.map((one) => this.dataKey.open(PURPOSE, one));
    return signedHeaders(id, this.clock.now(), body, secrets);
  }
}

const SECRET_BYTES = 32;

/** Returns a new secret: `whsec_` and 32 random bytes in base64. */
export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** Returns the text that is signed and sent. It is the same at every attempt. */
export const payloadText = ({ id, sequence, type, created_at, data }: Payload): string =>
  JSON.stringify({ type, timestamp: created_at, data, id, sequence, created_at });

/**
 * Returns the headers of Standard Webhooks, with a signature by each secret. A receiver needs to know only one of the
 * secrets.
 */
export const signedHeaders = (
  id: string,
  at: Date,
  payload: string,
  secrets: readonly string[],
): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, payload)).join(' '),
});
