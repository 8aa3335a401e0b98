import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import { CreditService } from '../../reward/credit/credit.service.js';
import { RedemptionService } from '../../redemption/redemption.service.js';
import { ReferralDecisionService } from '../../reward/decision/referral-decision.service.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { ENDED, GRANTS, INVOICES } from './demo-data.js';
import { DemoPeopleService } from './demo-people.service.js';

/** The actor of the demo's changes, as timelines record it. */
export const DEMO_ACTOR = 'system:demo';

const DAY_MS = 86_400_000;

/** Creates the demo's customers and their history: credit, invoices, and ended referrals. */
@Injectable()
export class DemoStoryService {
  constructor(
    private readonly people: DemoPeopleService,
    private readonly credit: CreditService,
    private readonly redemptions: RedemptionService,
    private readonly decisions: ReferralDecisionService,
    private readonly clock: Clock,
  ) {}

  async seed(tenant: Tenant): Promise<void> {
    const now = this.clock.now().getTime();
    const daysAgo = (days: number): Date => new Date(now - days * DAY_MS);
    const { customers, referrals } = await this.people.add(tenant, daysAgo);
    for (const { email, daysAgo: days, ...grant } of GRANTS) {
      await this.credit.adjust(tenant, customers.get(email) ?? '', grant, DEMO_ACTOR, daysAgo(days));
    }
    for (const { email, daysAgo: days, ...invoice } of INVOICES) {
      const request = { ...invoice, customer_id: customers.get(email) ?? '', currency: tenant.currency };
      await this.redemptions.apply(tenant, request, DEMO_ACTOR, daysAgo(days));
    }
    for (const { email, daysAgo: days, reason } of ENDED) {
      const by = { actor: DEMO_ACTOR, language: 'en', at: daysAgo(days) } as const;
      await this.decisions.void(tenant, referrals.get(email) ?? '', reason, by);
    }
  }
}
