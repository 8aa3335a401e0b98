import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { given } from '../common/given.js';
import { newId } from '../common/ids.js';
import type { JsonText } from '../common/json-text.js';
import type { Page } from '../common/page.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Outbox } from '../outbox/outbox.js';
import type {
  CreateCustomerRequest,
  CustomerAnswer,
  ListCustomersRequest,
  UpdateCustomerRequest,
} from './customer.dto.js';
import { customerNotFound } from './customer.errors.js';
import { CustomerQuery } from './customer.query.js';
import { CustomerRepository } from './customer.repository.js';

@Injectable()
export class CustomerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly query: CustomerQuery,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `customer_exists`, `customer_id_taken` */
  async create(
    tenantId: string,
    { id = newId('cus'), name, email, phone = null, status = 'active' }: CreateCustomerRequest,
  ): Promise<CustomerAnswer> {
    const createdAt = this.clock.now();
    await this.unitOfWork.run(tenantId, (tx) => {
      this.customers.insert(tx, { id, name, email, phone, status, createdAt });
      this.outbox.append(tx, createdAt, { type: 'customer.created', data: { customer_id: id } });
      return Promise.resolve();
    });
    return this.get(tenantId, id);
  }

  /** @throws DomainError `customer_not_found`, `customer_exists` */
  async update(tenantId: string, id: string, request: UpdateCustomerRequest): Promise<CustomerAnswer> {
    const changes = given(request);
    if (Object.keys(changes).length > 0) {
      await this.unitOfWork.run(tenantId, async (tx) => {
        if (!(await this.customers.update(tx, id, changes))) throw customerNotFound();
        const data = { customer_id: id, fields: Object.keys(changes) };
        this.outbox.append(tx, this.clock.now(), { type: 'customer.updated', data });
      });
    }
    return this.get(tenantId, id);
  }

  /** @throws DomainError `customer_not_found` */
  async get(tenantId: string, id: string): Promise<CustomerAnswer> {
    const customer = await this.query.byId(tenantId, id);
    if (customer === undefined) throw customerNotFound();
    return customer;
  }

  list(tenantId: string, request: ListCustomersRequest): Promise<JsonText<Page<CustomerAnswer>>> {
    return this.query.page(tenantId, request);
  }
}
