import { Injectable } from '@nestjs/common';
import type { KeyScope } from '../../core/auth/key-scope.js';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page, PageRequest } from '../../core/http/page.js';
import { type Statement, utc } from '../../core/database/statement.js';
import { TenantLists } from '../../core/database/tenant-lists.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { ParsedApiKey } from './api-key-format.js';
import type { ApiKeyAnswer } from './api-key.dto.js';

/** The hash of the secret is in no answer. */
const ITEM = `
  json_build_object('id', page.id, 'name', page.name, 'scopes', page.scopes, 'prefix', page.prefix,
                    'created_by', page.created_by, 'created_at', ${utc('page.created_at')},
                    'last_used_at', ${utc('page.last_used_at')}, 'expires_at', ${utc('page.expires_at')},
                    'revoked_at', ${utc('page.revoked_at')})`;

const BY_ID = {
  name: 'api_key_by_id',
  text: `select ${ITEM} as key from api_key page where tenant_id = $1 and id = $2`,
};

/**
 * By the hash, in its index: what the time of a comparison tells is the beginning of a hash, and nobody can choose a
 * secret by that.
 */
const GOOD_BY_HASH: Statement = {
  name: 'api_key_good_by_hash',
  text: `
    select id, scopes, last_used_at
      from api_key
     where tenant_id = $1 and secret_hash = $2
       and revoked_at is null and (expires_at is null or expires_at > $3::timestamptz)`,
};

/** The tenant is what the key says, and anybody can make one up. */
const STRANGE_BY_HASH: Statement = { ...GOOD_BY_HASH, onBehalfOf: 'strangers' };

const LIST = { name: 'api_key_page', table: 'api_key', item: ITEM, filters: {} };

/** A key that may be used now. */
export interface ActiveKey {
  readonly id: string;
  readonly scopes: KeyScope[];
  readonly last_used_at: Date | null;
}

@Injectable()
export class ApiKeyQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
  ) {}

  async byId(tenantId: string, id: string): Promise<ApiKeyAnswer | undefined> {
    return (await this.reader.row<{ key: ApiKeyAnswer }>(tenantId, BY_ID, [tenantId, id]))?.key;
  }

  /**
   * The key that is claimed, if it is there and neither revoked nor expired.
   * @param strange one that was not found good lately: it waits for a connection with all the others of its kind
   */
  activeByHash(
    { tenantId, secretHash }: ParsedApiKey,
    at: Date,
    strange: boolean,
  ): Promise<ActiveKey | undefined> {
    const statement = strange ? STRANGE_BY_HASH : GOOD_BY_HASH;
    return this.reader.row<ActiveKey>(tenantId, statement, [tenantId, secretHash, at]);
  }

  page(tenantId: string, request: PageRequest): Promise<JsonText<Page<ApiKeyAnswer>>> {
    return this.lists.page(tenantId, LIST, request);
  }
}
