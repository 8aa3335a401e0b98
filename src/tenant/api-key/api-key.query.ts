import { Injectable } from '@nestjs/common';
import type { KeyScope } from '../../core/auth/key-scope.js';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page, PageRequest } from '../../core/http/page.js';
import { type Statement, utc } from '../../core/database/statement.js';
import { TenantLists } from '../../core/database/tenant-lists.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { ParsedApiKey } from './api-key-format.js';
import type { ApiKeyAnswer } from './api-key.dto.js';

/** No answer contains the hash of the secret. */
const ITEM = `
  json_build_object('id', page.id, 'name', page.name, 'scopes', page.scopes, 'prefix', page.prefix,
                    'created_by', page.created_by, 'created_at', ${utc('page.created_at')},
                    'last_used_at', ${utc('page.last_used_at')}, 'expires_at', ${utc('page.expires_at')},
                    'revoked_at', ${utc('page.revoked_at')})`;

const BY_ID = {
  name: 'api_key_by_id',
  text: `select ${ITEM} as key from api_key as page where tenant_id = $1 and id = $2`,
};

/**
 * Finds the key by the index on its hash. Timing could reveal only the beginning of a hash, and nobody can choose a
 * secret that has a given hash.
 */
const GOOD_BY_HASH: Statement = {
  name: 'api_key_good_by_hash',
  text: `
    select id, scopes, last_used_at
      from api_key
     where tenant_id = $1 and secret_hash = $2
       and revoked_at is null and (expires_at is null or expires_at > $3::timestamptz)`,
};

/**
 * Waits for a connection in the share of unverified callers, because the tenant is known only from the text of the key,
 * which anybody can make up.
 */
const STRANGE_BY_HASH: Statement = { ...GOOD_BY_HASH, onBehalfOf: 'strangers' };

const LIST = { name: 'api_key_page', table: 'api_key', item: ITEM, filters: {} };

/** An active key. */
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
   * Returns the key if it exists and is neither revoked nor expired.
   * @param strange true for a key that has not been verified recently; look-ups of such keys share one place in the
   *   queue for connections
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
