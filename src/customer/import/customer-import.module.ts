import { Module } from '@nestjs/common';
import { CustomerImportController } from './customer-import.controller.js';
import { CustomerImportRepository } from './customer-import.repository.js';
import { CustomerImportService } from './customer-import.service.js';
import { CustomerModule } from '../customer.module.js';

/** The import of customers from CSV files. */
@Module({
  imports: [CustomerModule],
  controllers: [CustomerImportController],
  providers: [CustomerImportService, CustomerImportRepository],
})
export class CustomerImportModule {}
