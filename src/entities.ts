import { AuditEntry } from './audit/audit-entry.entity.js';
import { ApiKey } from './api-key/api-key.entity.js';
import { AbuseRules } from './abuse/abuse-rules.entity.js';
import { AbuseVelocity } from './abuse/abuse-velocity.entity.js';
import { Review } from './abuse/review.entity.js';
import { TenantBranding } from './branding/tenant-branding.entity.js';
import { ProgramTerms } from './config/program-terms.entity.js';
import { ReferralProgram } from './config/referral-program.entity.js';
import { Customer } from './customer/customer.entity.js';
import type { EntityClass } from './database/data-source.js';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { CreditAccount } from './ledger/credit-account.entity.js';
import { CreditEntry } from './ledger/credit-entry.entity.js';
import { CreditLot } from './ledger/credit-lot.entity.js';
import { Redemption, RedemptionLine, RedemptionReversal } from './redemption/redemption.entity.js';
import { RewardAllowance } from './reward/reward-allowance.entity.js';
import { RateUsage } from './rate-limit/rate-usage.entity.js';
import { Enrollment } from './enrollment/enrollment.entity.js';
import { EventPosition } from './outbox/event-position.entity.js';
import { OutboxEvent } from './outbox/outbox-event.entity.js';
import { Promo } from './promo/promo.entity.js';
import { ReferralCode } from './referral/referral-code.entity.js';
import { ReferralTimeline } from './referral/referral-timeline.entity.js';
import { Referral } from './referral/referral.entity.js';
import { Reward } from './reward/reward.entity.js';
import { ErasedPerson } from './privacy/erased-person.entity.js';
import { Tenant } from './tenant/tenant.entity.js';
import { CodeTraffic } from './traffic/code-traffic.entity.js';
import { WebhookDelivery } from './webhook/webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhook/webhook-endpoint.entity.js';

/** The map of every table. Named, never globbed: the same list serves the sources, the build and the tests. */
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
