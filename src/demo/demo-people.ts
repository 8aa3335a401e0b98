import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../customer/customer.repository.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EnrollmentService } from '../enrollment/enrollment.service.js';
import { ReferralCodeRepository } from '../referral/referral-code.repository.js';
import type { ReferralStatus } from '../referral/referral-status.js';
import { ReferralRepository } from '../referral/referral.repository.js';
import { RewardRepository } from '../reward/reward.repository.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { FRIENDS, MEMBERS } from './demo-data.js';

const DAY_MS = 86_400_000;
const MEMBERS_SINCE_DAYS = 90;

/** Who writes the demo, as timelines and histories name it. */
export const DEMO_ACTOR = 'system:demo';

/** The demo's customers, and the friends they brought. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly codes: ReferralCodeRepository,
    private readonly enrollments: EnrollmentService,
    private readonly referrals: ReferralRepository,
    private readonly rewards: RewardRepository,
  ) {}

  /** @param now what their story is told back from */
  async add(tenant: Tenant, now: Date): Promise<void> {
    const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
    await this.unitOfWork.run(tenant.id, (tx) => this.addMembers(tx, daysAgo(MEMBERS_SINCE_DAYS)));
    for (const { daysAgo: days, became, ...person } of FRIENDS) {
      const { referral } = await this.enrollments.enroll(tenant, person, 'public', daysAgo(days));
      const id = referral.referral_id;
      if (became === undefined || id === null) continue;
      await this.unitOfWork.run(tenant.id, (tx) => this.bring(tx, id, became, daysAgo(days - 1)));
    }
  }

  private async addMembers(tx: Transaction, createdAt: Date): Promise<void> {
    for (const { code, ...person } of MEMBERS) {
      this.customers.insert(tx, { ...person, status: 'active', createdAt });
      if (code !== null) await this.codes.insertIfAbsent(tx, person.id, code, createdAt);
    }
  }

  /** Rewards follow their referral: used when it is applied, taken back when it ends. */
  private async bring(tx: Transaction, id: string, to: ReferralStatus, at: Date): Promise<void> {
    const entry = { at, event: `referral.${to}`, actor: DEMO_ACTOR, detail: 'demo data' };
    await this.referrals.changeStatus(tx, id, 'qualified', to, entry);
    await this.rewards.changeStatusOfReferral(
      tx,
      id,
      'available',
      to === 'applied' ? 'applied' : 'reversed',
      at,
    );
  }
}
