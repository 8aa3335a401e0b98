import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CredentialLimit } from '../auth/credential-limit.js';
import { CountedCredentialLimit } from './credential-limit.service.js';
import { GuessAlarm } from './guess-alarm.js';
import { GuessInterceptor } from './guess.interceptor.js';
import { GuessWatch } from './guess-watch.js';
import { RATE_LIMITS, type RateLimits } from './rate-limit-options.js';
import { RateUsageRepository } from './rate-usage.repository.js';
import { RequestLimiter } from './request-limiter.js';
import { UsageBooks } from './usage-books.js';
import { UsageExchange } from './usage-exchange.service.js';

/** How much may be asked, and what happens to whoever guesses. Global, because what it limits is in every room. */
@Global()
@Module({})
export class RateLimitModule {
  static register(limits: RateLimits): DynamicModule {
    return {
      module: RateLimitModule,
      providers: [
        { provide: RATE_LIMITS, useValue: limits },
        { provide: CredentialLimit, useClass: CountedCredentialLimit },
        UsageBooks,
        UsageExchange,
        RateUsageRepository,
        RequestLimiter,
        GuessWatch,
        GuessAlarm,
        GuessInterceptor,
      ],
      exports: [RATE_LIMITS, RequestLimiter, CredentialLimit, GuessWatch, GuessInterceptor],
    };
  }
}
