import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ConnectionScheduler, type WaitLimits } from './connection-scheduler.js';
import { PlatformData } from './platform-data.js';
import { poolSizeOf } from './pool.js';
import { TenantLists } from './tenant-lists.js';
import { TenantReader } from './tenant-reader.js';
import { IDLE_LIMIT_MS } from './transaction.js';
import { UnitOfWork } from './unit-of-work.js';

/** Options that tests set and production leaves at their defaults. */
export interface TransactionLimits {
  /** Fails a transaction that runs no statement for this long. */
  readonly idleLimitMs?: number;
  /** Time limits for waiting for a connection. */
  readonly waitLimits?: WaitLimits;
}

/** Access to the database. Nothing outside of this module holds a connection. */
@Global()
@Module({})
export class DatabaseModule {
  /** @param dataSource connected, and closed by the caller */
  static register(
    dataSource: DataSource,
    { idleLimitMs, waitLimits }: TransactionLimits = {},
  ): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useValue: dataSource },
        {
          provide: ConnectionScheduler,
          useValue: new ConnectionScheduler(poolSizeOf(dataSource), waitLimits),
        },
        { provide: IDLE_LIMIT_MS, useValue: idleLimitMs },
        TenantReader,
        TenantLists,
        PlatformData,
        UnitOfWork,
      ],
      exports: [TenantReader, TenantLists, PlatformData, UnitOfWork],
    };
  }
}
