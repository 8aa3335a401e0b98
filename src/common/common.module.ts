import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { DataKey } from './data-key.js';
import { PUBLIC_URL } from './public-url.js';

/** What has no business word in it and every room may use. */
@Global()
@Module({})
export class CommonModule {
  static register(publicUrl: string, dataKey: DataKey): DynamicModule {
    return {
      module: CommonModule,
      providers: [
        Clock,
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: DataKey, useValue: dataKey },
      ],
      exports: [Clock, PUBLIC_URL, DataKey],
    };
  }
}
