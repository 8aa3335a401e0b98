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

/** Actions without an event have an audit entry only: changes of webhook endpoints, exports, and branding. */
export type AuditAction =
  | EventType
  | `webhook.${'created' | 'updated' | 'deleted' | 'secret_rotated'}`
  | 'customer.exported'
  | 'branding.updated';

/** A change for the audit log. Must not contain secrets. */
export interface Change {
  readonly targetId: string;
  /** The former state as the API shows it; absent for a creation. */
  readonly before?: object | undefined;
  /** The new state; absent for a removal. */
  readonly after?: object | undefined;
  readonly reason?: string | null;
  /** The actor, for a route without `@Audited()` that rarely makes an audited change. */
  readonly actor?: string;
}

/** A change and its event. */
interface ChangeWithEvent {
  readonly event: DomainEvent;
  readonly change: Change;
}

/** Records changes with their actor, address and reason, and the values before and after. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly outbox: Outbox,
    private readonly query: AuditQuery,
  ) {}

  list(tenantId: string, request: ListAuditRequest): Promise<JsonText<Page<AuditEntryAnswer>>> {
    return this.query.page(tenantId, request);
  }

  /** Records a change and appends its event. */
  recordWithEvent(tx: Transaction, at: Date, event: DomainEvent, change: Change): void {
    this.recordAllWithEvents(tx, at, [{ event, change }]);
  }

  /** Records many changes and their events in few statements. */
  recordAllWithEvents(tx: Transaction, at: Date, changes: readonly ChangeWithEvent[]): void {
    if (changes.length === 0) return;
    this.outbox.append(tx, at, ...changes.map(({ event }) => event));
    tx.insert(
      AuditEntry,
      changes.map(({ event, change }) => entryOf(at, event.type, change)),
    );
  }

  /** Records a change in the transaction that makes it, so that both are committed or neither is. */
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

/** Copies the fields of an answer to a plain object. */
const toPlainObject = (state: object | undefined): State | undefined =>
  state === undefined ? undefined : Object.fromEntries(Object.entries(state));
