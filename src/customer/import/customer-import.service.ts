import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { newId } from '../../common/ids.js';
import type { CustomerAnswer } from '../customer.dto.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import type { CheckedRow } from './checked-rows.js';
import { CustomerImportRepository, type HeldCustomer } from './customer-import.repository.js';
import type { ImportAnswer } from './customer-import.dto.js';
import { type Change, type Creation, planned, type RowError, type WantedCustomer } from './import-plan.js';
import { SeenRows } from './seen-rows.js';

/** Rows of one transaction: few statements for all of them, and nobody waits long for a customer who is held. */
const CHUNK = 500;

interface Taken {
  created: number;
  updated: number;
  unchanged: number;
  readonly errors: RowError[];
  readonly seen: SeenRows;
}

/** Makes customers what a file says they are. Whatever was done stays done, so that the same file can be sent again. */
@Injectable()
export class CustomerImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CustomerImportRepository,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the rows of a file, which have been read and checked before any transaction of the request began.
   * @throws DomainError `overtaken`, when others change the same without a pause
   */
  async import(tenantId: string, rows: readonly CheckedRow[]): Promise<ImportAnswer> {
    const answer = { rows: rows.length, created: 0, updated: 0, unchanged: 0, failed: 0 };
    const errors: RowError[] = [];
    let seen = new SeenRows();
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = rows.slice(start, start + CHUNK);
      const wanted = chunk.flatMap((row) => row.wanted ?? []);
      const refused = chunk.flatMap((row) => row.errors ?? []);
      const before = seen;
      const taken = await this.unitOfWork.run(tenantId, (tx) => this.take(tx, wanted, before.copy()), 'bulk');
      answer.created += taken.created;
      answer.updated += taken.updated;
      answer.unchanged += taken.unchanged;
      errors.push(...[...refused, ...taken.errors].toSorted((a, b) => a.row - b.row));
      seen = taken.seen;
    }
    return { ...answer, failed: new Set(errors.map(({ row }) => row)).size, errors };
  }

  /** Rows whose customer somebody else has made meanwhile are looked at once more: now they are known. */
  private async take(tx: Transaction, rows: readonly WantedCustomer[], seen: SeenRows): Promise<Taken> {
    const taken: Taken = { created: 0, updated: 0, unchanged: 0, errors: [], seen };
    const at = this.clock.now();
    for (let left = rows; left.length > 0;) {
      const plan = planned(left, await this.repository.hold(tx, left), seen, () => newId('cus'));
      this.repository.change(tx, plan.changes);
      const made = await this.repository.create(tx, plan.creations, at);
      const created = plan.creations.filter(({ id }) => made.has(id));
      const lost = plan.creations.filter(({ id }) => !made.has(id));
      this.audit.recordAllWithEvents(tx, at, [
        ...created.map((one) => madeOf(one, at)),
        ...plan.changes.map(changeOf),
      ]);
      taken.created += created.length;
      taken.updated += plan.changes.length;
      taken.unchanged += plan.unchanged;
      taken.errors.push(...plan.errors);
      for (const { id, row } of lost) seen.disclaim(id, row.email);
      left = lost.map(({ row }) => row);
    }
    return taken;
  }
}

const shown = ({
  id,
  name,
  email,
  phone,
  status,
  createdAt,
}: Omit<HeldCustomer, 'erased'>): CustomerAnswer => ({
  id,
  name,
  email,
  phone,
  status,
  created_at: createdAt.toISOString(),
});

type Told = Parameters<AuditLogService['recordAllWithEvents']>[2][number];

const madeOf = ({ id, row: { name, email, phone = null } }: Creation, createdAt: Date): Told => ({
  event: { type: 'customer.created', data: { customer_id: id } },
  change: { targetId: id, after: shown({ id, name, email, phone, status: 'active', createdAt }) },
});

const changeOf = ({ before, after, fields }: Change<HeldCustomer>): Told => ({
  event: { type: 'customer.updated', data: { customer_id: before.id, fields } },
  change: { targetId: before.id, before: shown(before), after: shown(after) },
});
