import { Module } from '@nestjs/common';
import { LedgerController } from './ledger.controller.js';
import { LedgerQuery } from './ledger.query.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';

/** Customers' credit: lots, an append-only chain of entries, and their verification. */
@Module({
  controllers: [LedgerController],
  providers: [LedgerService, LedgerQuery, LedgerRepository],
  exports: [LedgerRepository, LedgerService],
})
export class LedgerModule {}
