import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimelineData } from '../customer/timeline.dto.js';

/** One line of a referral's history: what happened, when, by whom, and what is known of it. Never changed. */
@Entity('referral_timeline')
export class ReferralTimeline {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'referral_id' }) referralId: string;
  /** Ordered by time of writing. */
  @PrimaryColumn('text') id: string;
  @Column('timestamptz') at: Date;
  @Column('text') event: string;
  @Column('text') actor: string;
  @Column('jsonb') data: TimelineData;
}
