import { Inject, Injectable } from '@nestjs/common';
import type { CustomerPrincipal } from '../core/auth/principal.js';
import { Clock } from '../core/clock.js';
import { PUBLIC_URL } from '../core/public-url.js';
import { periodOf } from '../config/allowances.js';
import { offerOf } from '../config/offer.js';
import { type OfferedReward, offeredReward } from '../config/offer.dto.js';
import { DEFAULT_PROGRAM, type ProgramSettings, type RewardRole } from '../config/program-terms.js';
import { requireActive } from '../customer/customer.errors.js';
import type { Transaction } from '../core/database/transaction.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { MyCodeQuery, type MyCodeRow } from './my-code.query.js';
import { type QrFormat, qrImage } from './qr-image.js';
import { newReferralCode } from './referral-code.js';
import { ReferralCodeRepository } from './referral-code.repository.js';
import type { MyCodeAnswer } from './referral.dto.js';

/**
 * With a million codes in use, a new code is already taken with a probability of one in a million. Four collisions in a row
 * mean that the generator is broken.
 */
const MAX_DRAWS = 4;

/** Returns a customer's own referral code, with the number of referrals and the terms. */
@Injectable()
export class MyCodeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: ReferralCodeRepository,
    private readonly query: MyCodeQuery,
    private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /**
   * Returns the customer's code, even while the program is off. The code is created on first access.
   * @throws DomainError `customer_not_found`, `customer_inactive`
   */
  async get(tenant: Tenant, { customerId }: CustomerPrincipal): Promise<MyCodeAnswer> {
    const at = this.clock.now();
    const found = requireActive(await this.query.find(tenant.id, customerId, at));
    const code = found.code ?? (await this.assignCode(tenant.id, customerId));
    return this.answerOf(tenant, found, code, at);
  }

  /**
   * Returns the link to the enrollment page as a QR code.
   * @throws DomainError `customer_not_found`, `customer_inactive`
   */
  async qrCode(tenant: Tenant, customer: CustomerPrincipal, format: QrFormat): Promise<string | Buffer> {
    const { enrollment_url } = await this.get(tenant, customer);
    return qrImage(enrollment_url, format);
  }

  /** Creates the customer's code, or returns the one that a concurrent request has created. */
  private assignCode(tenantId: string, customerId: string): Promise<string> {
    return this.unitOfWork.run(tenantId, (tx) => this.findOrDraw(tx, customerId));
  }

  private async findOrDraw(tx: Transaction, customerId: string): Promise<string> {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const code =
        (await this.codes.insertIfAbsent(tx, customerId, newReferralCode(), this.clock.now())) ??
        (await this.codes.ofCustomer(tx, customerId));
      if (code !== null) return code;
    }
    throw new Error(`No free referral code in ${MAX_DRAWS} draws.`);
  }

  private answerOf({ slug, currency }: Tenant, row: MyCodeRow, code: string, at: Date): MyCodeAnswer {
    const program = row.program ?? DEFAULT_PROGRAM;
    const used = { budget: row.budget_used, referrer_rewards: row.referrer_rewards_used };
    const offer = offerOf(program, used, at);
    return {
      referral_code: code,
      referral_count: row.referral_count,
      referral_enabled: program.enabled,
      ...rewardKeys('referrer', offeredReward(offer.referrer, currency)),
      ...rewardKeys('referee', offeredReward(offer.referee, currency)),
      enrollment_slug: slug,
      enrollment_url: `${this.publicUrl}/enroll/${slug}?ref=${code}`,
      ...limitOf(program.settings, used.referrer_rewards, at),
      ...(offer.minInvoiceCents !== null && { min_invoice_cents: offer.minInvoiceCents }),
    };
  }
}

type RewardKeys<Role extends RewardRole> = {
  [K in keyof OfferedReward as `${Role}_reward_${K}`]: OfferedReward[K];
};

/** Prefixes the keys of a reward with its side: `referrer_reward_type`. */
const rewardKeys = <Role extends RewardRole>(role: Role, reward: OfferedReward): RewardKeys<Role> =>
  Object.fromEntries(
    Object.entries(reward).map(([key, value]) => [`${role}_reward_${key}`, value as unknown]),
  ) as RewardKeys<Role>;

/** Returns the limit of a referrer's rewards and the number left, or nothing without a limit. */
const limitOf = (
  { maxRewards, maxRewardsPeriod }: ProgramSettings,
  used: number,
  at: Date,
): Pick<MyCodeAnswer, 'limit'> =>
  maxRewards === null
    ? {}
    : {
        limit: {
          max_rewards: maxRewards,
          period: periodOf(maxRewardsPeriod, at).name,
          left: Math.max(maxRewards - used, 0),
        },
      };
