import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../tenant/audit/audit-context.interceptor.js';
import { ForTenantAdmin } from '../../core/auth/access.decorator.js';
import { CsvTable, ConsumesCsv } from '../../core/http/csv-body.js';
import { Answers } from '../../core/http/openapi.decorators.js';
import { BulkRoute } from '../../tenant/bulk.guard.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { type CheckedFile, parseCheckedRows } from './checked-rows.js';
import { ImportAnswer } from './customer-import.dto.js';
import { CustomerImportService } from './customer-import.service.js';

@ApiTags('Customers')
@Controller('customers/import')
@ForTenantAdmin()
export class CustomerImportController {
  constructor(private readonly imports: CustomerImportService) {}

  @Post()
  @Audited()
  @ConsumesCsv(
    'A header row with the columns name (or first name and last name), email, phone and id, and up to 10,000 rows; 5 MB at most. Other columns are ignored',
    parseCheckedRows,
  )
  // Guards run from the bottom up: the file is read after the request has its turn.
  @BulkRoute()
  @Answers(
    200,
    ImportAnswer,
    'Create and update customers from a CSV file. Importing the same file again changes nothing',
    409,
  )
  import(@CurrentTenant() { id }: Tenant, @CsvTable() file: CheckedFile): Promise<ImportAnswer> {
    return this.imports.import(id, file);
  }
}
