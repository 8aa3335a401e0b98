import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Clock } from '../../core/clock.js';
import { DataKey } from '../../common/data-key.js';
import type { Claimed, Payload } from './delivery.repository.js';

const PURPOSE = 'webhook secret';

/** Secrets of endpoints: shown once, sealed at rest, opened to sign. */
@Injectable()
export class WebhookSignerService {
  constructor(
    private readonly dataKey: DataKey,
    private readonly clock: Clock,
  ) {}

  newSecret(): { secret: string; sealed: string } {
    const secret = newSecret();
    return { secret, sealed: this.dataKey.seal(PURPOSE, secret) };
  }

  /** The headers of one try. @throws Error when the secrets were sealed with another key */
  headersOf({ id, secret, previous_secret }: Claimed, body: string): Record<string, string> {
    const sealed = previous_secret === null ? [secret] : [secret, previous_secret];
    const secrets = sealed.map((one) => this.dataKey.open(PURPOSE, one));
    return signedHeaders(id, this.clock.now(), body, secrets);
  }
}

const SECRET_BYTES = 32;

/** A new secret: `whsec_` and 32 random bytes in base64. */
export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** The text that is signed and sent: the same at every try. */
export const payloadText = ({ id, sequence, type, created_at, data }: Payload): string =>
  JSON.stringify({ type, timestamp: created_at, data, id, sequence, created_at });

/** The headers of Standard Webhooks; each secret signs, so that the receiver may know either. */
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
