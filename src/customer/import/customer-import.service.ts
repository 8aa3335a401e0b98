import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { newId } from '../../common/ids.js';
import type { CustomerState } from '../customer.dto.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import type { CheckedFile } from './checked-rows.js';
import { CustomerImportRepository, type LockedCustomer } from './customer-import.repository.js';
import type { ImportAnswer } from './customer-import.dto.js';
import {
  type Change,
  type Creation,
  planImport,
  type RowError,
  type RequestedCustomer,
} from './import-plan.js';
import { KnownPeopleService } from '../known-people.service.js';
import { SeenRows } from './seen-rows.js';

/** The number of rows per transaction. Few statements are needed for all of them, and customers are not locked for long. */
const CHUNK = 500;

interface ChunkResult {
  created: number;
  updated: number;
  unchanged: number;
  readonly errors: RowError[];
  readonly seen: SeenRows;
}

/** Creates and updates customers from a file. Each chunk of rows is committed on its own; the same file can be sent again. */
@Injectable()
export class CustomerImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CustomerImportRepository,
    private readonly people: KnownPeopleService,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports the rows of a file. They were parsed and checked before the transaction of a request with an `Idempotency-Key`
   * began.
   * @throws DomainError `overtaken` if concurrent changes of the same customers outlast all retries
   */
  async import(tenantId: string, { rows, ignoredColumns }: CheckedFile): Promise<ImportAnswer> {
    const answer = { rows: rows.length, created: 0, updated: 0, unchanged: 0, failed: 0 };
    const errors: RowError[] = [];
    let seen = new SeenRows();
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = rows.slice(start, start + CHUNK);
      const customers = chunk.flatMap((row) => row.customer ?? []);
      const refused = chunk.flatMap((row) => row.errors ?? []);
      const before = seen;
      const result = await this.unitOfWork.run(
        tenantId,
        (tx) => this.importChunk(tx, customers, before.copy()),
        'bulk',
      );
      answer.created += result.created;
      answer.updated += result.updated;
      answer.unchanged += result.unchanged;
      errors.push(...[...refused, ...result.errors].toSorted((a, b) => a.row - b.row));
      seen = result.seen;
    }
    const failed = new Set(errors.map(({ row }) => row)).size;
    const ignored = ignoredColumns.length === 0 ? {} : { ignored_columns: [...ignoredColumns] };
    return { ...answer, failed, errors, ...ignored };
  }

  /** Imports one chunk. If another transaction created the customer of a row in the meantime, the row is planned again. */
  private async importChunk(
    tx: Transaction,
    rows: readonly RequestedCustomer[],
    seen: SeenRows,
  ): Promise<ChunkResult> {
    const result: ChunkResult = { created: 0, updated: 0, unchanged: 0, errors: [], seen };
    const at = this.clock.now();
    for (let remaining = rows; remaining.length > 0;) {
      const plan = planImport(remaining, await this.repository.lock(tx, remaining), seen, () => newId('cus'));
      this.repository.update(tx, plan.changes);
      this.people.addFormer(tx, plan.changes, at);
      const ids = await this.repository.create(tx, plan.creations, at);
      const created = plan.creations.filter(({ id }) => ids.has(id));
      const lost = plan.creations.filter(({ id }) => !ids.has(id));
      this.audit.recordAllWithEvents(tx, at, [
        ...created.map((one) => creationRecord(one, at)),
        ...plan.changes.map(updateRecord),
      ]);
      result.created += created.length;
      result.updated += plan.changes.length;
      result.unchanged += plan.unchanged;
      result.errors.push(...plan.errors);
      for (const { id, row } of lost) seen.remove(id, row.email);
      remaining = lost.map(({ row }) => row);
    }
    return result;
  }
}

const answerOf = ({
  id,
  name,
  email,
  phone,
  status,
  createdAt,
}: Omit<LockedCustomer, 'erased'>): CustomerState => ({
  id,
  name,
  email,
  phone,
  status,
  created_at: createdAt.toISOString(),
});

type RecordedChange = Parameters<AuditLogService['recordAllWithEvents']>[2][number];

const creationRecord = (
  { id, row: { name, email, phone = null } }: Creation,
  createdAt: Date,
): RecordedChange => ({
  event: { type: 'customer.created', data: { customer_id: id } },
  change: { targetId: id, after: answerOf({ id, name, email, phone, status: 'active', createdAt }) },
});

const updateRecord = ({ before, after, fields }: Change<LockedCustomer>): RecordedChange => ({
  event: { type: 'customer.updated', data: { customer_id: before.id, fields } },
  change: { targetId: before.id, before: answerOf(before), after: answerOf(after) },
});
