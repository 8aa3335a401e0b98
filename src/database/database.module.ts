import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PlatformData } from './platform-data.js';
import { TenantLists } from './tenant-lists.js';
import { TenantReader } from './tenant-reader.js';
import { UnitOfWork } from './unit-of-work.js';

/** The doors to the data. Nothing else in the product holds a connection. */
@Global()
@Module({})
export class DatabaseModule {
  /** @param dataSource connected by whoever starts the product, who also closes it */
  static register(dataSource: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useValue: dataSource },
        TenantReader,
        TenantLists,
        PlatformData,
        UnitOfWork,
      ],
      exports: [TenantReader, TenantLists, PlatformData, UnitOfWork],
    };
  }
}
