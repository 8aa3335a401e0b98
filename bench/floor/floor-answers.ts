import type { Pool } from 'pg';
import { newId } from '../../src/common/ids.js';
import { ENROLL } from './floor-enrollment.js';
import { LIST, LIST_LIMIT, MY_CODE, VALIDATE } from './floor-statements.js';

export interface FloorTenant {
  readonly id: string;
  readonly slug: string;
}

/** The answers by hand: what the service answers, with nothing between the request and the statement. */
export class FloorAnswers {
  constructor(
    private readonly pool: Pool,
    private readonly tenant: FloorTenant,
    private readonly publicUrl: string,
  ) {}

  async validate({ referral_code }: Record<string, string>): Promise<string> {
    const offer = await this.row<{ name: string; type: string; value: number }>(VALIDATE, [
      this.tenant.id,
      referral_code,
    ]);
    return JSON.stringify({
      valid: true,
      referrer_name: offer.name,
      referee_reward_type: offer.type,
      referee_reward_value: offer.value,
    });
  }

  async myCode(customerId: string): Promise<string> {
    const row = await this.row<MyCode>(MY_CODE, [this.tenant.id, customerId]);
    return JSON.stringify({
      referral_code: row.code,
      referral_count: row.count,
      referral_enabled: row.enabled,
      referrer_reward_type: row.referrer_type,
      referrer_reward_value: row.referrer_value,
      referee_reward_type: row.referee_type,
      referee_reward_value: row.referee_value,
      enrollment_slug: this.tenant.slug,
      enrollment_url: `${this.publicUrl}/enroll/${this.tenant.slug}?ref=${row.code}`,
    });
  }

  async enroll({ name, email, referral_code }: Record<string, string>): Promise<string> {
    const at = new Date().toISOString();
    const customerId = newId('cus');
    const referralId = newId('ref');
    const id = newId('enr');
    const discount = await this.row<{ type: string; value: number }>(ENROLL, [
      this.tenant.id,
      customerId,
      name,
      email,
      at,
      referral_code,
      referralId,
      id,
      [newId('rwd'), newId('rwd'), newId('lot'), newId('cre')],
      [newId('tle'), newId('tle'), newId('tle')],
      [newId('evt'), newId('evt'), newId('evt'), newId('evt')],
      at,
    ]);
    return JSON.stringify({
      id,
      customer_id: customerId,
      created_at: at,
      referral: { status: 'applied', reason: null, referral_id: referralId },
      promo: { status: 'none', reason: null, promo_id: null },
      discounts: [{ source: 'referral', ...discount }],
    });
  }

  async list(): Promise<string> {
    const { data, count, last_at, last_id } = await this.row<ListPage>(LIST, [this.tenant.id]);
    const more = count > LIST_LIMIT;
    const next = more ? `"${Buffer.from(`${last_at} ${last_id}`).toString('base64url')}"` : 'null';
    return `{"data":[${data}],"has_more":${String(more)},"next_cursor":${next}}`;
  }

  private async row<Row extends object>(
    { name, text }: { name: string; text: string },
    values: unknown[],
  ): Promise<Row> {
    const { rows } = await this.pool.query<Row>({ name, text, values });
    if (rows[0] === undefined) throw new Error(`${name} found nothing.`);
    return rows[0];
  }
}

interface MyCode {
  code: string;
  count: number;
  enabled: boolean;
  referrer_type: string;
  referrer_value: number;
  referee_type: string;
  referee_value: number;
}

interface ListPage {
  data: string;
  count: number;
  last_at: string;
  last_id: string;
}
