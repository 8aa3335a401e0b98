import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimelineData } from '../customer/timeline.dto.js';

/** One line of a referral's timeline. Never updated. */
@Entity('referral_timeline')
export class ReferralTimeline {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'referral_id' }) referralId: string;
  /** Sorts by time of insertion. */
  @PrimaryColumn('text') id: string;
  @Column('timestamptz') at: Date;
  @Column('text') event: string;
  @Column('text') actor: string;
  @Column('jsonb') data: TimelineData;
}
