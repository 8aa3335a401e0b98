import { Module } from '@nestjs/common';
import { CustomerController } from './customer.controller.js';
import { CustomerQuery } from './customer.query.js';
import { CustomerRepository } from './customer.repository.js';
import { CustomerService } from './customer.service.js';
import { KnownPeopleRepository } from './known-people.repository.js';
import { KnownPeopleService } from './known-people.service.js';

/** The customers of a tenant, and the recognition of people who come back. */
@Module({
  controllers: [CustomerController],
  providers: [CustomerService, CustomerRepository, CustomerQuery, KnownPeopleService, KnownPeopleRepository],
  exports: [CustomerRepository, CustomerQuery, KnownPeopleService],
})
export class CustomerModule {}
