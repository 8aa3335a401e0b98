import { Injectable } from '@nestjs/common';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page } from '../../core/http/page.js';
import type { ListStatement } from '../../core/database/list-statement.js';
import { utc } from '../../core/database/statement.js';
import { TenantLists } from '../../core/database/tenant-lists.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { ListReviewsRequest, ReviewAnswer } from './review.dto.js';

const ITEM = `
  json_build_object(
    'id', page.id, 'referral_id', page.referral_id, 'status', page.status,
    'reasons', page.reasons, 'held_by', page.held_by,
    'referrer_customer_id', referrer.id, 'referrer_name', referrer.name,
    'referee_customer_id', referee.id, 'referee_name', referee.name,
    'created_at', ${utc('page.created_at')}, 'decided_at', ${utc('page.decided_at')},
    'decided_by', page.decided_by, 'reason', page.reason)`;

const BOTH_SIDES = `
  join referral on referral.tenant_id = page.tenant_id and referral.id = page.referral_id
  join customer referrer on referrer.tenant_id = page.tenant_id and referrer.id = referral.referrer_customer_id
  join customer referee  on referee.tenant_id  = page.tenant_id and referee.id  = referral.referee_customer_id`;

/** The queue leaves out reviews that were only observed; they are counted elsewhere. */
const QUEUE = `(select * from review where status <> 'observed')`;

const LIST: ListStatement = {
  name: 'review_page',
  table: `${QUEUE} review`,
  item: ITEM,
  joins: BOTH_SIDES,
  filters: { status: 'status = ?' },
};

const BY_ID = {
  name: 'review_by_id',
  text: `
    select ${ITEM} as review
      from ${QUEUE} as page ${BOTH_SIDES}
     where page.tenant_id = $1 and page.id = $2`,
};

@Injectable()
export class ReviewQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
  ) {}

  page(tenantId: string, request: ListReviewsRequest): Promise<JsonText<Page<ReviewAnswer>>> {
    return this.lists.page(tenantId, LIST, request);
  }

  async byId(tenantId: string, id: string): Promise<ReviewAnswer | undefined> {
    const row = await this.reader.row<{ review: ReviewAnswer }>(tenantId, BY_ID, [tenantId, id]);
    return row?.review;
  }
}
