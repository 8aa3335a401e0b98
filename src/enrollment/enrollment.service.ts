import { Injectable } from '@nestjs/common';
import { AbuseCheckService } from '../referral/abuse/abuse-check.service.js';
import { Clock } from '../core/clock.js';
import { newId } from '../common/ids.js';
import { CustomerRepository } from '../customer/customer.repository.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { CodeCheckService, isNotBlank, type TypedCodes } from './code-check.service.js';
import { codesAnswer } from './codes.js';
import { EnrollmentRecorderService } from './enrollment-recorder.service.js';
import type { EnrollmentAnswer } from './enrollment.dto.js';

/** A person who wants to be a customer, and the codes they bring. */
export interface Newcomer extends TypedCodes {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null;
}

/** By whose hand somebody enrolls. */
export interface EnrolledBy {
  /** As timelines name it. */
  readonly actor: string;
  /** Where a public caller comes from. */
  readonly address?: string | undefined;
}

/** Makes a person a customer: the one place where customer, promo, referral and reward meet. */
@Injectable()
export class EnrollmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly codes: CodeCheckService,
    private readonly abuse: AbuseCheckService,
    private readonly recorder: EnrollmentRecorderService,
    private readonly clock: Clock,
  ) {}

  /**
   * Enrolls a person: all of it in one transaction, or nothing. Codes that don't work are reported, and stop nothing.
   * Nor does a suspicion: the rewards wait, and the answer is that of everybody.
   * @throws DomainError `customer_exists`, with nothing written
   */
  enroll(
    tenant: Tenant,
    person: Newcomer,
    { actor, address }: EnrolledBy,
    at = this.clock.now(),
  ): Promise<EnrollmentAnswer> {
    const addressFingerprint = this.abuse.fingerprint(tenant.id, address);
    return this.unitOfWork.run(tenant.id, async (tx) => {
      const customerId = newId('cus');
      const { name, email, phone = null, referral_code: code } = person;
      this.customers.insert(tx, { id: customerId, name, email, phone, status: 'active', createdAt: at });
      const suspect = { customerId, email, phone, addressFingerprint };
      const [codes, suspicion] = await Promise.all([
        this.codes.redeem(tx, person, { email, phone }, at),
        isNotBlank(code) ? this.abuse.check(tx, { ...suspect, code }, at) : undefined,
      ]);
      const enrolled = { customerId, actor, at, currency: tenant.currency, addressFingerprint, suspicion };
      const { id, referralId } = await this.recorder.record(tx, codes, enrolled);
      const { referral, promo, discounts } = codesAnswer(codes, tenant.currency, referralId);
      return { id, customer_id: customerId, created_at: at.toISOString(), referral, promo, discounts };
    });
  }
}
