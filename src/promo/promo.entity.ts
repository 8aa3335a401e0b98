import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DiscountValue } from '../tenant/value.js';

/** A promo gives a discount. Only referrals give credit. */
export const DISCOUNT_TYPES = ['discount_percent', 'discount_fixed'] as const;
export type DiscountType = (typeof DISCOUNT_TYPES)[number];

/** A tenant's promo code. */
@Entity('promo')
export class Promo {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  /** Normalized, and unique in the tenant. */
  @Column('text') code: string;
  @Column('text', { name: 'discount_type' }) type: DiscountType;
  /** Basis points for a percentage, else the currency's smallest unit. */
  @Column('bigint', { name: 'discount_units' }) units: number;
  @Column('boolean', { name: 'combinable_with_referral' }) combinableWithReferral: boolean;
  @Column('boolean') active: boolean;
  @Column('timestamptz', { name: 'starts_at', nullable: true }) startsAt: Date | null;
  @Column('timestamptz', { name: 'ends_at', nullable: true }) endsAt: Date | null;
  @Column('integer', { name: 'max_redemptions', nullable: true }) maxRedemptions: number | null;
  /** Never above the maximum: a CHECK and the condition of `takeOneUse` prevent it. */
  @Column('integer', { name: 'redemption_count' }) redemptionCount: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** Starts at 1, and grows with each change of the promo, but not with its uses. */
  @Column('integer') version: number;
}

/** A promo as it is stored. */
export type PromoRow = Readonly<Omit<Promo, 'tenantId' | 'type' | 'units'>> & DiscountValue;

/** Changed columns. A discount changes as a whole, because 20 percent are not 20 dollars. */
export type PromoChanges = Partial<Omit<PromoRow, keyof DiscountValue>> & (DiscountValue | object);
