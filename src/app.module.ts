import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AuditModule } from './tenant/audit/audit.module.js';
import { ApiKeyModule } from './tenant/api-key/api-key.module.js';
import { AbuseModule } from './referral/abuse/abuse.module.js';
import { AccessGuard } from './core/auth/access.guard.js';
import type { AuthOptions } from './core/auth/auth-options.js';
import { AuthModule } from './core/auth/auth.module.js';
import { CoreModule } from './core/core.module.js';
import type { DataKey } from './common/data-key.js';
import { BrandingModule } from './tenant/branding/branding.module.js';
import { ConfigModule } from './config/config.module.js';
import { CreditModule } from './reward/credit/credit.module.js';
import { CustomerImportModule } from './customer/import/customer-import.module.js';
import { CustomerModule } from './customer/customer.module.js';
import { DatabaseModule, type TransactionLimits } from './core/database/database.module.js';
import { DemoModule } from './app/demo/demo.module.js';
import { EnrollmentModule } from './enrollment/enrollment.module.js';
import { FeedModule } from './events/feed/feed.module.js';
import { HealthModule } from './core/health/health.module.js';
import { IdempotencyModule } from './edge/idempotency/idempotency.module.js';
import { LedgerModule } from './reward/ledger/ledger.module.js';
import { MetricsModule } from './core/metrics/metrics.module.js';
import { OutboxModule } from './core/outbox/outbox.module.js';
import type { PageOptions } from './app/pages/page-options.js';
import { PagesModule } from './app/pages/pages.module.js';
import { PrivacyModule } from './customer/privacy/privacy.module.js';
import { PreviewModule } from './reports/preview/preview.module.js';
import { PromoModule } from './promo/promo.module.js';
import type { RateLimits } from './edge/rate-limit/rate-limit-policy.js';
import { RateLimitModule } from './edge/rate-limit/rate-limit.module.js';
import { TokenLimitGuard } from './edge/rate-limit/token-limit.guard.js';
import { RedemptionModule } from './redemption/redemption.module.js';
import { ReferralModule } from './referral/referral.module.js';
import { DecisionModule } from './reward/decision/decision.module.js';
import { RewardModule } from './reward/reward.module.js';
import { AnalyticsModule } from './reports/analytics/analytics.module.js';
import { JobsModule } from './app/jobs/jobs.module.js';
import { ActiveTenantGuard } from './tenant/active-tenant.guard.js';
import { TenantModule } from './tenant/tenant.module.js';
import type { WebhookOptions } from './events/webhook/webhook-options.js';
import { WebhookModule } from './events/webhook/webhook.module.js';

export interface AppOptions {
  /** A connected data source. The caller closes it. */
  readonly dataSource: DataSource;
  readonly transactions?: TransactionLimits;
  readonly auth: AuthOptions;
  /** Base URL of shared links, without a trailing slash. */
  readonly publicUrl: string;
  readonly dataKey: DataKey;
  readonly rateLimits: RateLimits;
  readonly webhooks: WebhookOptions;
  readonly pages: PageOptions;
}

/** The modules of the application, and the global guards in the order they run. */
@Module({})
export class AppModule {
  static register(options: AppOptions): DynamicModule {
    const { dataSource, transactions, auth, publicUrl, dataKey, rateLimits, webhooks, pages } = options;
    return {
      module: AppModule,
      imports: [
        CoreModule.register(publicUrl, dataKey),
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
        DecisionModule,
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
