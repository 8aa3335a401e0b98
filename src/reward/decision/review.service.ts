import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page } from '../../core/http/page.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import type { ListReviewsRequest, ReviewAnswer } from './review.dto.js';
import { reviewNotFound } from './review.errors.js';
import { ReviewQuery } from './review.query.js';
import { ReviewDecisionService } from './review-decision.service.js';
import type { ReviewDecision } from './review.repository.js';

/** Lists the reviews of held referrals, and decides them. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: ReviewDecisionService,
    private readonly query: ReviewQuery,
    private readonly clock: Clock,
  ) {}

  list(tenantId: string, request: ListReviewsRequest): Promise<JsonText<Page<ReviewAnswer>>> {
    return this.query.page(tenantId, request);
  }

  /**
   * Approves or rejects an open review.
   * @throws DomainError `review_not_found`, `review_decided`
   */
  async decide(
    { id: tenantId, currency }: Tenant,
    id: string,
    decision: Pick<ReviewDecision, 'status' | 'reason'>,
    actor: string,
  ): Promise<ReviewAnswer> {
    const context = { actor, currency, at: this.clock.now() };
    await this.unitOfWork.run(tenantId, (tx) => this.decisions.decide(tx, id, decision, context));
    const review = await this.query.byId(tenantId, id);
    if (review === undefined) throw reviewNotFound();
    return review;
  }
}
