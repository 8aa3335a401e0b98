import { Injectable } from '@nestjs/common';
import { AbuseCheckService } from '../referral/abuse/abuse-check.service.js';
import { Clock } from '../core/clock.js';
import { newId } from '../common/ids.js';
import { CustomerRepository } from '../customer/customer.repository.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { CodeCheckService, isNotBlank, type SubmittedCodes } from './code-check.service.js';
import { codesAnswer, withGranted } from './codes-answer.js';
import { EnrollmentRecorderService } from './enrollment-recorder.service.js';
import type { EnrollmentAnswer } from './enrollment.dto.js';

/** A person who enrolls, with the codes as typed. */
export interface Newcomer extends SubmittedCodes {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null;
}

/** The caller of an enrollment. */
export interface EnrollmentCaller {
  /** As recorded in timelines. */
  readonly actor: string;
  /** Client address of a public caller. */
  readonly address?: string | undefined;
}

/** Enrolls people, with their promo, referral and rewards. */
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
   * Enrolls a person, in one transaction. A code that cannot be used is reported in the answer, and does not prevent the
   * enrollment. An abuse rule that matches does not prevent it either: it may hold the rewards, but the answer is the same.
   * @throws DomainError `customer_exists`
   */
  enroll(
    tenant: Tenant,
    person: Newcomer,
    { actor, address }: EnrollmentCaller,
    at = this.clock.now(),
  ): Promise<EnrollmentAnswer> {
    const addressFingerprint = this.abuse.fingerprint(tenant.id, address);
    return this.unitOfWork.run(tenant.id, async (tx) => {
      const customerId = newId('cus');
      const { name, email, phone = null, referral_code: code } = person;
      this.customers.insert(tx, { id: customerId, name, email, phone, status: 'active', createdAt: at });
      const subject = { customerId, email, phone, addressFingerprint };
      const [codes, suspicion] = await Promise.all([
        this.codes.redeem(tx, person, { email, phone }, at),
        isNotBlank(code) ? this.abuse.check(tx, { ...subject, code }, at) : undefined,
      ]);
      const context = { customerId, actor, at, currency: tenant.currency, addressFingerprint, suspicion };
      const { id, referralId, withheld } = await this.recorder.record(tx, codes, context);
      const granted = withGranted(codes, withheld);
      const { referral, promo, discounts } = codesAnswer(granted, tenant.currency, referralId);
      return { id, customer_id: customerId, created_at: at.toISOString(), referral, promo, discounts };
    });
  }
}
