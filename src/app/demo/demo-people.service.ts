import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customer/customer.repository.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { EnrollmentService } from '../../enrollment/enrollment.service.js';
import { ReferralCodeRepository } from '../../referral/referral-code.repository.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { FRIENDS, MEMBERS } from './demo-data.js';

const MEMBERS_SINCE_DAYS = 90;

/** Returns the time `days` before the demo is created. */
type DaysAgo = (days: number) => Date;

/** The ids of the created customers and referrals, by e-mail address. */
interface DemoIds {
  readonly customers: ReadonlyMap<string, string>;
  readonly referrals: ReadonlyMap<string, string | null>;
}

/** Creates the demo's customers and the friends they referred. */
@Injectable()
export class DemoPeopleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly codes: ReferralCodeRepository,
    private readonly enrollments: EnrollmentService,
  ) {}

  async add(tenant: Tenant, daysAgo: DaysAgo): Promise<DemoIds> {
    const customers = new Map<string, string>(MEMBERS.map(({ id, email }) => [email, id]));
    const referrals = new Map<string, string | null>();
    await this.unitOfWork.run(tenant.id, (tx) => this.addMembers(tx, daysAgo(MEMBERS_SINCE_DAYS)));
    for (const { daysAgo: days, ...person } of FRIENDS) {
      const enrolled = await this.enrollments.enroll(tenant, person, { actor: 'public' }, daysAgo(days));
      customers.set(person.email, enrolled.customer_id);
      referrals.set(person.email, enrolled.referral.referral_id);
    }
    return { customers, referrals };
  }

  private async addMembers(tx: Transaction, createdAt: Date): Promise<void> {
    for (const { code, ...person } of MEMBERS) {
      this.customers.insert(tx, { ...person, status: 'active', createdAt });
      if (code !== null) await this.codes.insertIfAbsent(tx, person.id, code, createdAt);
    }
  }
}
