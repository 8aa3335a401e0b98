import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AuditModule } from './audit/audit.module.js';
import { ApiKeyModule } from './api-key/api-key.module.js';
import { AbuseModule } from './abuse/abuse.module.js';
import { AccessGuard } from './auth/access.guard.js';
import type { AuthOptions } from './auth/auth-options.js';
import { AuthModule } from './auth/auth.module.js';
import { CommonModule } from './common/common.module.js';
import type { DataKey } from './common/data-key.js';
import { BrandingModule } from './branding/branding.module.js';
import { ConfigModule } from './config/config.module.js';
import { CreditModule } from './credit/credit.module.js';
import { CustomerImportModule } from './customer-import/customer-import.module.js';
import { CustomerModule } from './customer/customer.module.js';
import { DatabaseModule, type TransactionLimits } from './database/database.module.js';
import { DemoModule } from './demo/demo.module.js';
import { EnrollmentModule } from './enrollment/enrollment.module.js';
import { FeedModule } from './feed/feed.module.js';
import { HealthModule } from './health/health.module.js';
import { IdempotencyModule } from './idempotency/idempotency.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import type { PageOptions } from './pages/page-options.js';
import { PagesModule } from './pages/pages.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { PreviewModule } from './preview/preview.module.js';
import { PromoModule } from './promo/promo.module.js';
import type { RateLimits } from './rate-limit/rate-limit-options.js';
import { RateLimitModule } from './rate-limit/rate-limit.module.js';
import { TokenLimitGuard } from './rate-limit/token-limit.guard.js';
import { RedemptionModule } from './redemption/redemption.module.js';
import { ReferralModule } from './referral/referral.module.js';
import { ReviewModule } from './review/review.module.js';
import { RewardModule } from './reward/reward.module.js';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { ActiveTenantGuard } from './tenant/active-tenant.guard.js';
import { TenantModule } from './tenant/tenant.module.js';
import type { WebhookOptions } from './webhook/webhook-options.js';
import { WebhookModule } from './webhook/webhook.module.js';

export interface AppOptions {
  /** Connected; whoever made it closes it. */
  readonly dataSource: DataSource;
  readonly transactions?: TransactionLimits;
  readonly auth: AuthOptions;
  /** Base of the links that people share, without a slash at its end. */
  readonly publicUrl: string;
  readonly dataKey: DataKey;
  readonly rateLimits: RateLimits;
  readonly webhooks: WebhookOptions;
  readonly pages: PageOptions;
}

/** The list of rooms, and the guards that every request passes, in this order. */
@Module({})
export class AppModule {
  static register(options: AppOptions): DynamicModule {
    const { dataSource, transactions, auth, publicUrl, dataKey, rateLimits, webhooks, pages } = options;
    return {
      module: AppModule,
      imports: [
        CommonModule.register(publicUrl, dataKey),
        DatabaseModule.register(dataSource, transactions),
        AuthModule.register(auth),
        OutboxModule,
        TenantModule,
        IdempotencyModule,
        AuditModule,
        ApiKeyModule,
        MetricsModule,
        RateLimitModule.register(rateLimits),
        BrandingModule,
        CustomerModule,
        CustomerImportModule,
        ConfigModule,
        PromoModule,
        ReferralModule,
        AbuseModule,
        LedgerModule,
        RewardModule,
        ReviewModule,
        PreviewModule,
        CreditModule,
        PrivacyModule,
        EnrollmentModule,
        RedemptionModule,
        AnalyticsModule,
        FeedModule,
        WebhookModule.register(webhooks),
        JobsModule,
        HealthModule,
        PagesModule.register(pages),
        DemoModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: ActiveTenantGuard },
        { provide: APP_GUARD, useClass: TokenLimitGuard },
      ],
    };
  }
}
