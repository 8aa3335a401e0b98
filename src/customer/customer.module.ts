import { Module } from '@nestjs/common';
import { CustomerController } from './customer.controller.js';
import { CustomerQuery } from './customer.query.js';
import { CustomerRepository } from './customer.repository.js';
import { CustomerService } from './customer.service.js';

/** The customers of a tenant. */
@Module({
  controllers: [CustomerController],
  providers: [CustomerService, CustomerRepository, CustomerQuery],
  exports: [CustomerRepository, CustomerQuery],
})
export class CustomerModule {}
