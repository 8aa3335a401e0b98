import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ConnectionScheduler, type WaitLimits } from './connection-scheduler.js';
import { PlatformData } from './platform-data.js';
import { poolSizeOf } from './pool.js';
import { TenantLists } from './tenant-lists.js';
import { TenantReader } from './tenant-reader.js';
import { IDLE_LIMIT_MS } from './transaction.js';
import { UnitOfWork } from './unit-of-work.js';

/** What tests set otherwise than it is in production. */
export interface TransactionLimits {
  /** Fails a transaction that waits for so long for something else than its statements. */
  readonly idleLimitMs?: number;
  /** How long work waits for a connection. */
  readonly waitLimits?: WaitLimits;
}

/** The doors to the data. Nothing else in the product holds a connection. */
@Global()
@Module({})
export class DatabaseModule {
  /** @param dataSource connected by whoever starts the product, who also closes it */
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
