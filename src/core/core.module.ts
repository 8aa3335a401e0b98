import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { DataKey } from '../common/data-key.js';
import { PUBLIC_URL } from './public-url.js';

/** Providers without business logic that every room may inject. */
@Global()
@Module({})
export class CoreModule {
  static register(publicUrl: string, dataKey: DataKey): DynamicModule {
    return {
      module: CoreModule,
      providers: [
        Clock,
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: DataKey, useValue: dataKey },
      ],
      exports: [Clock, PUBLIC_URL, DataKey],
    };
  }
}
