import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DataKey } from '../common/data-key.js';
import type { Claimed } from './delivery.repository.js';
import { newSecret, signedHeaders } from './signature.js';

const PURPOSE = 'webhook secret';

/** Secrets of endpoints: shown once, sealed at rest, opened to sign. */
@Injectable()
export class WebhookSigner {
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
