import { Injectable } from '@nestjs/common';
import { newId, SYSTEM } from '../../common/ids.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { EventType } from '../../core/outbox/event-type.js';
import { type DomainEvent, Outbox } from '../../core/outbox/outbox.js';
import { AuditEntry } from './audit-entry.entity.js';
import { changedFields, type State } from './changed-fields.js';
import { auditContext } from './audit-context.interceptor.js';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page } from '../../core/http/page.js';
import type { AuditEntryAnswer, ListAuditRequest } from './audit.dto.js';
import { AuditQuery } from './audit.query.js';

/** What is changes to nobody else has an entry and no event: what an endpoint's admin does, a copy that was taken, a colour. */
export type AuditAction =
  | EventType
  | `webhook.${'created' | 'updated' | 'deleted' | 'secret_rotated'}`
  | 'customer.exported'
  | 'branding.updated';

/** A change as whoever makes it tells of it. Never holds a secret. */
export interface Change {
  readonly targetId: string;
  /** As the API shows it; absent for what is made. */
  readonly before?: object | undefined;
  /** Absent for what is removed. */
  readonly after?: object | undefined;
  readonly reason?: string | null;
  /** Who, on a route that is not `Audited` because it seldom changes anything that is changes of. */
  readonly actor?: string;
}

/** A change, and the event that tells others of it. */
interface ChangeWithEvent {
  readonly event: DomainEvent;
  readonly change: Change;
}

/** Who changed what, from what to what, from where and why. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly outbox: Outbox,
    private readonly query: AuditQuery,
  ) {}

  list(tenantId: string, request: ListAuditRequest): Promise<JsonText<Page<AuditEntryAnswer>>> {
    return this.query.page(tenantId, request);
  }

  /** Records a change, and appends the event that tells others of it. */
  recordWithEvent(tx: Transaction, at: Date, event: DomainEvent, change: Change): void {
    this.recordAllWithEvents(tx, at, [{ event, change }]);
  }

  /** The same of many changes, in few statements. */
  recordAllWithEvents(tx: Transaction, at: Date, changes: readonly ChangeWithEvent[]): void {
    if (changes.length === 0) return;
    this.outbox.append(tx, at, ...changes.map(({ event }) => event));
    tx.insert(
      AuditEntry,
      changes.map(({ event, change }) => entryOf(at, event.type, change)),
    );
  }

  /** Commits or vanishes with the change, because it rides in the same transaction. */
  record(tx: Transaction, at: Date, action: AuditAction, change: Change): void {
    tx.insert(AuditEntry, entryOf(at, action, change));
  }
}

function entryOf(at: Date, action: AuditAction, change: Change): Omit<AuditEntry, 'tenantId'> {
  const { targetId, reason = null } = change;
  const { before, after } = changedFields(toPlainObject(change.before), toPlainObject(change.after));
  const { actor, address } = auditContext.value ?? { actor: change.actor ?? SYSTEM, address: null };
  return { id: newId('aud'), action, targetId, actor, address, before, after, reason, createdAt: at };
}

/** An answer's fields, without its class. */
const toPlainObject = (state: object | undefined): State | undefined =>
  state === undefined ? undefined : Object.fromEntries(Object.entries(state));
