import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { lastValueFrom, type Observable } from 'rxjs';
import { Clock } from '../../core/clock.js';
import { DataKey } from '../../common/data-key.js';
import { JsonText, serializeReply } from '../../core/http/json-text.js';
import type { Priority } from '../../core/database/connection-scheduler.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { canonicalJson } from './canonical-json.js';
import { IdempotencyKeyRepository, type IdempotencyScope } from './idempotency-key.repository.js';
import { keyReused } from './idempotency.errors.js';

/** An answer may hold a secret that is shown once, and people's data. */
const PURPOSE = 'idempotent answer';
const REPLAY_WINDOW_MS = 24 * 60 * 60 * 1000;

/** The work of a request: may be begun anew, should PostgreSQL ask for the whole transaction again. */
export interface Handler {
  handle(): Observable<unknown>;
  /** The status of its answer, once it has one. */
  status(): number;
  readonly priority: Priority;
}

interface Outcome {
  readonly answer: JsonText<unknown>;
  readonly status: number;
  readonly replayed: boolean;
}

@Injectable()
export class IdempotencyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IdempotencyKeyRepository,
    private readonly dataKey: DataKey,
    private readonly clock: Clock,
  ) {}

  /**
   * Does the work of a request with this key, or says what was answered when it was done. What fails leaves nothing
   * behind, the key included: it can be sent again.
   * @throws DomainError `idempotency_key_reused` for another body, `idempotency_in_progress` while another is under way,
   *   or what the work throws
   */
  runOnce(tenantId: string, scope: IdempotencyScope, body: unknown, handler: Handler): Promise<Outcome> {
    // A table is what it is: as JSON, a file of 5 MB could become one of 30.
    const told = typeof body === 'string' ? body : canonicalJson(body);
    const fingerprint = createHash('sha256').update(told).digest('hex');
    const now = this.clock.now();
    return this.unitOfWork.around(
      tenantId,
      async (tx) => {
        const kept = await this.keys.claim(tx, scope, replayableSince(now));
        if (kept !== undefined) {
          if (kept.fingerprint !== fingerprint) throw keyReused();
          return {
            answer: new JsonText(this.dataKey.open(PURPOSE, kept.answer)),
            status: kept.status,
            replayed: true,
          };
        }
        const answer = serializeReply(await lastValueFrom(handler.handle()));
        const status = handler.status();
        this.keys.store(tx, scope, { fingerprint, status, answer: this.dataKey.seal(PURPOSE, answer) }, now);
        return { answer: new JsonText(answer), status, replayed: false };
      },
      handler.priority,
    );
  }

  /** Forgets a tenant's answers that are not replayed any more. */
  purge(tenantId: string): Promise<void> {
    const until = replayableSince(this.clock.now());
    return this.unitOfWork.run(tenantId, (tx) => {
      this.keys.purge(tx, until);
      return Promise.resolve();
    });
  }
}

const replayableSince = (now: Date): Date => new Date(now.getTime() - REPLAY_WINDOW_MS);
