import { InitialSchema1795305600000 } from './1795305600000-initial-schema.js';
import { Redemptions1795392000000 } from './1795392000000-redemptions.js';
import { IdempotencyKeys1795478400000 } from './1795478400000-idempotency-keys.js';
import { AuditLog1795478405000 } from './1795478405000-audit-log.js';
import { ApiKeys1795478410000 } from './1795478410000-api-keys.js';
import { RateUsage1795478430000 } from './1795478430000-rate-usage.js';
import { AbuseRules1795478440000 } from './1795478440000-abuse-rules.js';
import { Branding1795564830000 } from './1795564830000-branding.js';
import { TimelineData1795737600000 } from './1795737600000-timeline-data.js';
import { WithheldRewards1795824000000 } from './1795824000000-withheld-rewards.js';
import { Privacy1795478450000 } from './1795478450000-privacy.js';
import { Analytics1795564800000 } from './1795564800000-analytics.js';
import { Refunds1795804621622 } from './1795804621622-refunds.js';
import { EventsAndWebhooks1795478420000 } from './1795478420000-events-and-webhooks.js';
import { PromoVersion1795824010000 } from './1795824010000-promo-version.js';
import { PromoCodeFold1795824020000 } from './1795824020000-promo-code-fold.js';
import { AllowanceCounts1795824030000 } from './1795824030000-allowance-counts.js';
import { LateRewards1795824040000 } from './1795824040000-late-rewards.js';
import { EmailForms1795824050000 } from './1795824050000-email-forms.js';
import { FormerTraits1795824060000 } from './1795824060000-former-traits.js';

export const MIGRATIONS_TABLE = 'schema_migration';

/**
 * All migrations in the order they run. Listed explicitly instead of by a glob. Migrations only run forward: a mistake is
 * corrected by a later migration.
 */
export const MIGRATIONS = [
  InitialSchema1795305600000,
  Redemptions1795392000000,
  IdempotencyKeys1795478400000,
  AuditLog1795478405000,
  ApiKeys1795478410000,
  EventsAndWebhooks1795478420000,
  RateUsage1795478430000,
  AbuseRules1795478440000,
  Privacy1795478450000,
  Analytics1795564800000,
  Branding1795564830000,
  TimelineData1795737600000,
  Refunds1795804621622,
  WithheldRewards1795824000000,
  PromoVersion1795824010000,
  PromoCodeFold1795824020000,
  AllowanceCounts1795824030000,
  LateRewards1795824040000,
  EmailForms1795824050000,
  FormerTraits1795824060000,
];

/**
 * The last migration, which this code requires. Until it has run, the service does not start, and a running service is not
 * ready.
 */
export const LATEST_MIGRATION = MIGRATIONS.at(-1)?.name ?? '';
