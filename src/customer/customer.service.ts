import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../tenant/audit/audit-log.service.js';
import { Clock } from '../core/clock.js';
import { omitUndefined } from '../common/omit-undefined.js';
import { newId } from '../common/ids.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Page } from '../core/http/page.js';
import type { Transaction } from '../core/database/transaction.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import type {
  CreateCustomerRequest,
  CustomerAnswer,
  CustomerState,
  ListCustomersRequest,
  UpdateCustomerRequest,
} from './customer.dto.js';
import { customerNotFound } from './customer.errors.js';
import { KnownPeopleService } from './known-people.service.js';
import { CustomerQuery } from './customer.query.js';
import { CustomerRepository } from './customer.repository.js';

@Injectable()
export class CustomerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly query: CustomerQuery,
    private readonly people: KnownPeopleService,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates a customer.
   * @throws DomainError `customer_exists`, `customer_id_taken`
   */
  async create(
    tenantId: string,
    { id = newId('cus'), name, email, phone = null, status = 'active' }: CreateCustomerRequest,
  ): Promise<CustomerAnswer> {
    const createdAt = this.clock.now();
    return this.unitOfWork.run(tenantId, async (tx) => {
      this.customers.insert(tx, { id, name, email, phone, status, createdAt });
      const after = await this.get(tenantId, id, tx);
      const event = { type: 'customer.created', data: { customer_id: id } } as const;
      this.audit.recordWithEvent(tx, createdAt, event, { targetId: id, after: stateOf(after) });
      return after;
    });
  }

  /**
   * Changes the fields that the request contains.
   * @throws DomainError `customer_not_found`, `customer_exists`, `customer_erased`
   */
  async update(tenantId: string, id: string, request: UpdateCustomerRequest): Promise<CustomerAnswer> {
    const changes = omitUndefined(request);
    if (Object.keys(changes).length === 0) return this.get(tenantId, id);
    return this.unitOfWork.run(tenantId, async (tx) => {
      const at = this.clock.now();
      this.customers.lock(tx, id);
      const before = await this.get(tenantId, id, tx);
      await this.customers.update(tx, id, changes);
      const after = await this.get(tenantId, id, tx);
      this.people.addFormer(tx, [{ before, after }], at);
      const data = { customer_id: id, fields: Object.keys(changes) };
      const event = { type: 'customer.updated', data } as const;
      this.audit.recordWithEvent(tx, at, event, {
        targetId: id,
        before: stateOf(before),
        after: stateOf(after),
      });
      return after;
    });
  }

  /**
   * Returns a customer.
   * @throws DomainError `customer_not_found`
   */
  async get(tenantId: string, id: string, tx?: Transaction): Promise<CustomerAnswer> {
    const customer = await this.query.byId(tenantId, id, tx);
    if (customer === undefined) throw customerNotFound();
    return customer;
  }

  list(tenantId: string, request: ListCustomersRequest): Promise<JsonText<Page<CustomerAnswer>>> {
    return this.query.page(tenantId, request);
  }
}

const stateOf = ({ referral_code: _, ...state }: CustomerAnswer): CustomerState => state;
