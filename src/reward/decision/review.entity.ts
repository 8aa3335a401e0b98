import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rule } from '../../referral/abuse/abuse-rules.js';

/** The statuses of a review that holds or held a referral. */
export const REVIEW_STATUSES = ['open', 'approved', 'rejected'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** A referral that matched abuse rules. With the status `observed`, no rule held it, and there is nothing to decide. */
@Entity('review')
export class Review {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'referral_id' }) referralId: string;
  @Column('text') status: ReviewStatus | 'observed';
  /** Every rule that matched. */
  @Column('text', { array: true }) reasons: readonly Rule[];
  /** The matching rules that held the referral. */
  @Column('text', { name: 'held_by', array: true }) heldBy: readonly Rule[];
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
}
