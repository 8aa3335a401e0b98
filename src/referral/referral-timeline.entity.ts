import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of a referral's history: who did what, when and why. Never changed. */
@Entity('referral_timeline')
export class ReferralTimeline {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'referral_id' }) referralId: string;
  /** Ordered by time of writing. */
  @PrimaryColumn('text') id: string;
  @Column('timestamptz') at: Date;
  @Column('text') event: string;
  @Column('text') actor: string;
  @Column('text') detail: string;
}
