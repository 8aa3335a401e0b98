import { Injectable } from '@nestjs/common';
import type { JsonText } from '../core/http/json-text.js';
import { decodeCursor, type ItemRow, type Page, toPage, type PageRequest } from '../core/http/page.js';
import { PlatformData } from '../core/database/platform-data.js';
import { utc } from '../core/database/statement.js';
import type { TenantAnswer } from './tenant.dto.js';
import type { Tenant } from './tenant.entity.js';

const COLUMNS = `id, slug, name, currency, status, created_at as "createdAt"`;
const BY_ID = { name: 'tenant_by_id', text: `select ${COLUMNS} from tenant where id = $1` };
const BY_SLUG = { name: 'tenant_by_slug', text: `select ${COLUMNS} from tenant where slug = $1` };

const BATCH = 200;
const AFTER = {
  name: 'tenant_after',
  text: `select ${COLUMNS} from tenant where id > $1 order by id limit ${BATCH}`,
};

const PAGE = {
  name: 'tenant_page',
  text: `
    select id, ${utc('created_at')} as at,
           json_build_object('id', id, 'slug', slug, 'name', name, 'currency', currency, 'status', status,
                             'created_at', ${utc('created_at')})::text as item
      from tenant
     where (created_at, id) < ($1::timestamptz, $2)
     order by created_at desc, id desc
     limit $3`,
};

@Injectable()
export class TenantQuery {
  constructor(private readonly reader: PlatformData) {}

  async byId(id: string): Promise<Tenant | undefined> {
    return (await this.reader.rows<Tenant>(BY_ID, [id]))[0];
  }

  async bySlug(slug: string): Promise<Tenant | undefined> {
    return (await this.reader.rows<Tenant>(BY_SLUG, [slug]))[0];
  }

  /** Iterates over all tenants in batches, whatever their status. */
  async *all(): AsyncGenerator<Tenant> {
    let last = '';
    for (;;) {
      const tenants = await this.reader.rows<Tenant>(AFTER, [last]);
      yield* tenants;
      if (tenants.length < BATCH) return;
      last = tenants.at(-1)?.id ?? '';
    }
  }

  async page({ limit, cursor }: PageRequest): Promise<JsonText<Page<TenantAnswer>>> {
    const { at, id } = decodeCursor(cursor);
    return toPage(await this.reader.rows<ItemRow>(PAGE, [at, id, limit + 1]), limit);
  }
}
