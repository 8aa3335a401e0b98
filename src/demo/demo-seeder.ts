import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { ConfigService } from '../config/config.service.js';
import { CustomerRepository } from '../customer/customer.repository.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EnrollmentService } from '../enrollment/enrollment.service.js';
import { PromoService } from '../promo/promo.service.js';
import { ReferralCodeRepository } from '../referral/referral-code.repository.js';
import type { ReferralStatus } from '../referral/referral-status.js';
import { ReferralRepository } from '../referral/referral.repository.js';
import { RewardRepository } from '../reward/reward.repository.js';
import { TenantDirectory } from '../tenant/tenant-directory.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { TenantService } from '../tenant/tenant.service.js';
import { FRIENDS, MEMBERS, PROMOS } from './demo-data.js';

export const DEMO_TENANT = { slug: 'acme-waste', name: 'Acme Waste' };

const ACTOR = 'system:demo';
const DAY_MS = 86_400_000;
const MEMBERS_SINCE_DAYS = 90;

/** Makes a tenant to look around in, by way of the product's own services. */
@Injectable()
export class DemoSeeder {
  constructor(
    private readonly tenants: TenantService,
    private readonly directory: TenantDirectory,
    private readonly config: ConfigService,
    private readonly promos: PromoService,
    private readonly customers: CustomerRepository,
    private readonly codes: ReferralCodeRepository,
    private readonly enrollments: EnrollmentService,
    private readonly referrals: ReferralRepository,
    private readonly rewards: RewardRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the tenant is there already: then nothing is touched */
  async seedOnce(): Promise<boolean> {
    if ((await this.directory.activeBySlug(DEMO_TENANT.slug)) !== undefined) return false;
    const { id } = await this.tenants.create(DEMO_TENANT);
    const tenant = await this.directory.byId(id);
    if (tenant === undefined) throw new Error('The demo tenant is gone.');
    await this.config.save(
      tenant,
      {
        referral_enabled: true,
        referral_reward_type: 'discount_percent',
        referral_reward_value: 10,
        referral_reward_referee_type: 'discount_percent',
        referral_reward_referee_value: 10,
      },
      ACTOR,
    );
    for (const promo of PROMOS) await this.promos.create(tenant, promo);
    await this.unitOfWork.run(tenant.id, (tx) => this.addMembers(tx));
    for (const friend of FRIENDS) await this.enroll(tenant, friend);
    return true;
  }

  private async addMembers(tx: Transaction): Promise<void> {
    const createdAt = this.daysAgo(MEMBERS_SINCE_DAYS);
    for (const { code, ...person } of MEMBERS) {
      this.customers.insert(tx, { ...person, status: 'active', createdAt });
      if (code !== null) await this.codes.insertIfAbsent(tx, person.id, code, createdAt);
    }
  }

  private async enroll(
    tenant: Tenant,
    { daysAgo, became, ...person }: (typeof FRIENDS)[number],
  ): Promise<void> {
    const { referral } = await this.enrollments.enroll(tenant, person, 'public', this.daysAgo(daysAgo));
    if (became === undefined || referral.referral_id === null) return;
    const id = referral.referral_id;
    const at = this.daysAgo(daysAgo - 1);
    await this.unitOfWork.run(tenant.id, (tx) => this.bring(tx, id, became, at));
  }

  /** Rewards follow their referral: used when it is applied, taken back when it ends. */
  private async bring(tx: Transaction, id: string, to: ReferralStatus, at: Date): Promise<void> {
    const entry = { at, event: `referral.${to}`, actor: ACTOR, detail: 'demo data' };
    await this.referrals.changeStatus(tx, id, 'qualified', to, entry);
    await this.rewards.changeStatusOfReferral(
      tx,
      id,
      'available',
      to === 'applied' ? 'applied' : 'reversed',
      at,
    );
  }

  private daysAgo(days: number): Date {
    return new Date(this.clock.now().getTime() - days * DAY_MS);
  }
}
