import { type DynamicModule, Global, Module } from '@nestjs/common';
import { GuessAlarm } from './guess-alarm.js';
import { GuessInterceptor } from './guess.interceptor.js';
import { GuessWatch } from './guess-watch.js';
import { PublicLimiter } from './public-limiter.js';
import { PUBLIC_LIMIT } from './rate-limit-options.js';
import { RateUsageRepository } from './rate-usage.repository.js';
import { UsageBooks } from './usage-books.js';
import { UsageExchange } from './usage-exchange.service.js';

/** How much the public may ask, and what happens to whoever guesses. Global, because public routes are in many rooms. */
@Global()
@Module({})
export class RateLimitModule {
  /** @param publicLimit requests a minute for each address; 0 switches limits and alarms off */
  static register(publicLimit: number): DynamicModule {
    return {
      module: RateLimitModule,
      providers: [
        { provide: PUBLIC_LIMIT, useValue: publicLimit },
        UsageBooks,
        UsageExchange,
        RateUsageRepository,
        PublicLimiter,
        GuessWatch,
        GuessAlarm,
        GuessInterceptor,
      ],
      exports: [PUBLIC_LIMIT, PublicLimiter, GuessWatch, GuessInterceptor],
    };
  }
}
