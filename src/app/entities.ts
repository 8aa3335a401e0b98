import { AuditEntry } from '../tenant/audit/audit-entry.entity.js';
import { ApiKey } from '../tenant/api-key/api-key.entity.js';
import { AbuseRules } from '../referral/abuse/abuse-rules.entity.js';
import { AbuseVelocity } from '../referral/abuse/abuse-velocity.entity.js';
import { Review } from '../reward/decision/review.entity.js';
import { TenantBranding } from '../tenant/branding/tenant-branding.entity.js';
import { ProgramTerms } from '../config/program-terms.entity.js';
import { ReferralProgram } from '../config/referral-program.entity.js';
import { Customer } from '../customer/customer.entity.js';
import type { EntityClass } from '../core/database/data-source.js';
import { IdempotencyKey } from '../edge/idempotency/idempotency-key.entity.js';
import { CreditAccount } from '../reward/ledger/credit-account.entity.js';
import { CreditEntry } from '../reward/ledger/credit-entry.entity.js';
import { CreditLot } from '../reward/ledger/credit-lot.entity.js';
import { Redemption, RedemptionLine, RedemptionReversal } from '../redemption/redemption.entity.js';
import { RewardAllowance } from '../config/reward-allowance.entity.js';
import { RateUsage } from '../edge/rate-limit/rate-usage.entity.js';
import { Enrollment } from '../enrollment/enrollment.entity.js';
import { EventPosition } from '../core/outbox/event-position.entity.js';
import { OutboxEvent } from '../core/outbox/outbox-event.entity.js';
import { Promo } from '../promo/promo.entity.js';
import { ReferralCode } from '../referral/referral-code.entity.js';
import { ReferralTimeline } from '../referral/referral-timeline.entity.js';
import { Referral } from '../referral/referral.entity.js';
import { Reward } from '../reward/reward.entity.js';
import { ErasedPerson } from '../customer/erased-person.entity.js';
import { FormerTrait } from '../customer/former-trait.entity.js';
import { Tenant } from '../tenant/tenant.entity.js';
import { CodeTraffic } from '../referral/traffic/code-traffic.entity.js';
import { WebhookDelivery } from '../events/webhook/webhook-delivery.entity.js';
import { WebhookEndpoint } from '../events/webhook/webhook-endpoint.entity.js';

/**
 * Every entity. Listed explicitly instead of by a glob, so that the sources, the build and the tests use the same list.
 */
export const ENTITIES: EntityClass[] = [
  Tenant,
  TenantBranding,
  Customer,
  ProgramTerms,
  ReferralProgram,
  Promo,
  ReferralCode,
  Referral,
  ReferralTimeline,
  Reward,
  RewardAllowance,
  CreditAccount,
  CreditLot,
  CreditEntry,
  Enrollment,
  Redemption,
  RedemptionLine,
  RedemptionReversal,
  AbuseRules,
  AbuseVelocity,
  Review,
  ErasedPerson,
  FormerTrait,
  OutboxEvent,
  IdempotencyKey,
  AuditEntry,
  ApiKey,
  RateUsage,
  CodeTraffic,
  EventPosition,
  WebhookEndpoint,
  WebhookDelivery,
];
