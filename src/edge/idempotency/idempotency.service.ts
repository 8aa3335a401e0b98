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

/** Answers are sealed because they may contain secrets that are shown once, and personal data. */
const PURPOSE = 'idempotent answer';
/** The tenant under which requests of the platform are stored. It can't collide with a tenant id. */
export const PLATFORM = 'platform';
const REPLAY_WINDOW_MS = 24 * 60 * 60 * 1000;

/** The work of a request. It may run again when PostgreSQL asks for the transaction to be retried. */
export interface Handler {
  handle(): Observable<unknown>;
  /** Returns the status of the response, once it is known. */
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
   * Executes the work of a request, or returns the stored answer. A failure is rolled back together with the key, so the
   * request can be sent again.
   * @throws DomainError `idempotency_key_reused` for another body, `idempotency_in_progress` while another request with the
   *   key is running, or any error that the work throws
   */
  runOnce(tenantId: string, scope: IdempotencyScope, body: unknown, handler: Handler): Promise<Outcome> {
    // A CSV body is hashed as it is: a 5 MB file could become 30 MB of JSON.
    const canonicalBody = typeof body === 'string' ? body : canonicalJson(body);
    const fingerprint = createHash('sha256').update(canonicalBody).digest('hex');
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

  /** Deletes the answers of a tenant that are too old to be replayed. */
  purge(tenantId: string): Promise<void> {
    const until = replayableSince(this.clock.now());
    return this.unitOfWork.run(tenantId, (tx) => this.keys.purge(tx, until));
  }
}

const replayableSince = (now: Date): Date => new Date(now.getTime() - REPLAY_WINDOW_MS);
