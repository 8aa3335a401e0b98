import { Injectable } from '@nestjs/common';
import type { Language } from '../common/language.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Page, PageRequest } from '../core/http/page.js';
import { requireActive } from '../customer/customer.errors.js';
import { CustomerQuery } from '../customer/customer.query.js';
import { NO_TENANT, TenantDirectoryService } from '../tenant/tenant-directory.service.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { TrafficCounterService } from './traffic/traffic-counter.service.js';
import { type ReferralOffer, ReferralOfferQuery } from './referral-offer.query.js';
import type {
  ListReferralsRequest,
  MyReferralAnswer,
  ReferralAnswer,
  ReferralDetailAnswer,
  ReferralValidation,
  ValidateReferralRequest,
} from './referral.dto.js';
import { referralNotFound } from './referral.errors.js';
import { ReferralQuery } from './referral.query.js';
import { offeredReward } from '../config/offer.dto.js';
import { shortName, shownName } from '../customer/short-name.js';

@Injectable()
export class ReferralService {
  constructor(
    private readonly tenants: TenantDirectoryService,
    private readonly offers: ReferralOfferQuery,
    private readonly query: ReferralQuery,
    private readonly customers: CustomerQuery,
    private readonly traffic: TrafficCounterService,
  ) {}

  /**
   * Checks a code for the public. An unknown tenant, a program that is off, an unknown code and an inactive customer get
   * the same answer after the same work, so that callers cannot tell which it is.
   */
  async validate(request: ValidateReferralRequest): Promise<ReferralValidation> {
    const usable = await this.lookUp(request);
    if (usable === undefined) return { valid: false, reason: 'invalid_code' };
    const { tenant, offer } = usable;
    this.traffic.count(tenant.id, 'codeValidated');
    const { referee, minInvoiceCents } = offer.offer;
    const { type, value, ...when } = offeredReward(referee, tenant.currency);
    return {
      valid: true,
      referrer_name: shownName(offer.referrer_name, offer.settings.referrerNameDisplay),
      referee_reward_type: type,
      referee_reward_value: value,
      ...when,
      ...(minInvoiceCents !== null && { min_invoice_cents: minInvoiceCents }),
    };
  }

  /** Counts an opened share link if its code can be used. The response is the same in any case. */
  async linkOpened(request: ValidateReferralRequest): Promise<void> {
    const usable = await this.lookUp(request);
    if (usable !== undefined) this.traffic.count(usable.tenant.id, 'linkOpened');
  }

  list(tenant: Tenant, request: ListReferralsRequest): Promise<JsonText<Page<ReferralAnswer>>> {
    return this.query.page(tenant, request);
  }

  /**
   * Returns a referral with its timeline.
   * @param language of the timeline's sentences
   * @throws DomainError `referral_not_found`
   */
  async get(tenant: Tenant, id: string, language: Language): Promise<ReferralDetailAnswer> {
    const referral = await this.query.byId(tenant, id, language);
    if (referral === undefined) throw referralNotFound();
    return referral;
  }

  /**
   * Returns the referrals of one referrer, with first name and initial of each referee.
   * @throws DomainError `customer_not_found`, `customer_inactive`
   */
  async mine(tenant: Tenant, customerId: string, request: PageRequest): Promise<Page<MyReferralAnswer>> {
    const [standing, { text }] = await Promise.all([
      this.customers.statusById(tenant.id, customerId),
      this.query.ofReferrer(tenant, customerId, request),
    ]);
    requireActive(standing);
    const page = JSON.parse(text) as Page<MyReferralAnswer>;
    for (const item of page.data) item.referee_name = shortName(item.referee_name);
    return page;
  }

  /** Looks up tenant and code. Does the same work whether or not they exist. */
  private async lookUp({
    tenant_slug,
    referral_code,
  }: ValidateReferralRequest): Promise<{ tenant: Tenant; offer: ReferralOffer } | undefined> {
    const tenant = await this.tenants.activeBySlug(tenant_slug);
    const offer = await this.offers.find(tenant?.id ?? NO_TENANT, referral_code);
    return tenant === undefined || offer === undefined ? undefined : { tenant, offer };
  }
}
