import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DiscountType } from '../promo/promo.entity.js';
import type { PROMO_OUTCOMES, REFERRAL_OUTCOMES } from './attribution.js';

/** A customer's enrollment, with the outcomes for the codes and a copy of the promo's discount. */
@Entity('enrollment')
export class Enrollment {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'customer_id' }) customerId: string;
  @Column('text', { name: 'referral_status' }) referralStatus: (typeof REFERRAL_OUTCOMES)[number];
  @Column('text', { name: 'referral_reason', nullable: true }) referralReason: string | null;
  @Column('text', { name: 'referral_id', nullable: true }) referralId: string | null;
  @Column('text', { name: 'promo_status' }) promoStatus: (typeof PROMO_OUTCOMES)[number];
  @Column('text', { name: 'promo_reason', nullable: true }) promoReason: string | null;
  @Column('text', { name: 'promo_id', nullable: true }) promoId: string | null;
  @Column('text', { name: 'promo_discount_type', nullable: true }) promoDiscountType: DiscountType | null;
  /** Basis points for a percentage, else the currency's smallest unit. */
  @Column('bigint', { name: 'promo_discount_units', nullable: true }) promoDiscountUnits: number | null;
  @Column('boolean', { name: 'promo_combinable', nullable: true }) promoCombinable: boolean | null;
  /** The redemption that used the promo's discount; null while it waits for an invoice. */
  @Column('text', { name: 'promo_redemption_id', nullable: true }) promoRedemptionId: string | null;
  /** Keyed fingerprint of a public caller's address (`AbuseCheckService.fingerprint`). */
  @Column('text', { name: 'address_fingerprint', nullable: true }) addressFingerprint: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
