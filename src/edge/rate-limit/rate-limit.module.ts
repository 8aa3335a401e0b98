import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CredentialLimit } from '../../core/auth/credential-limit.js';
import { CredentialLimitService } from './credential-limit.service.js';
import { GuessAlarmService } from './guess-alarm.service.js';
import { GuessInterceptor } from './guess.interceptor.js';
import { GuessDetectorService } from './guess-detector.service.js';
import { RATE_LIMITS, type RateLimits } from './rate-limit-policy.js';
import { RateUsageRepository } from './rate-usage.repository.js';
import { RequestLimiterService } from './request-limiter.service.js';
import { UsageStores } from './usage-store.js';
import { UsageSyncService } from './usage-sync.service.js';

/** Rate limits and guess detection. Global, because routes of every room are limited. */
@Global()
@Module({})
export class RateLimitModule {
  static register(limits: RateLimits): DynamicModule {
    return {
      module: RateLimitModule,
      providers: [
        { provide: RATE_LIMITS, useValue: limits },
        { provide: CredentialLimit, useClass: CredentialLimitService },
        UsageStores,
        UsageSyncService,
        RateUsageRepository,
        RequestLimiterService,
        GuessDetectorService,
        GuessAlarmService,
        GuessInterceptor,
      ],
      exports: [RATE_LIMITS, RequestLimiterService, CredentialLimit, GuessDetectorService, GuessInterceptor],
    };
  }
}
