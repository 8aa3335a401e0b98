import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../audit/audit-log.service.js';
import type { KeyScope } from '../../core/auth/key-scope.js';
import { Clock } from '../../core/clock.js';
import { newId } from '../../common/ids.js';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page, PageRequest } from '../../core/http/page.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import type { Tenant } from '../tenant.entity.js';
import { generateApiKey } from './api-key-format.js';
import type { ApiKeyAnswer, CreateApiKeyRequest, NewApiKeyAnswer } from './api-key.dto.js';
import { apiKeyNotActive, apiKeyNotFound, tooManyApiKeys } from './api-key.errors.js';
import { ApiKeyQuery } from './api-key.query.js';
import { ApiKeyRepository } from './api-key.repository.js';

/** The maximum number of keys without an expiry. The old key of a rotation has one and does not count. */
const MAX_KEYS = 50;

/** The input of a new key. */
interface NewKeyDetails {
  readonly name: string;
  readonly scopes: KeyScope[];
  readonly actor: string;
  readonly at: Date;
}

/** Manages the API keys of a tenant. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
    private readonly query: ApiKeyQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  list(tenant: Tenant, request: PageRequest): Promise<JsonText<Page<ApiKeyAnswer>>> {
    return this.query.page(tenant.id, request);
  }

  /**
   * Creates a key.
   * @throws DomainError `too_many_api_keys`
   */
  create(tenant: Tenant, { name, scopes }: CreateApiKeyRequest, actor: string): Promise<NewApiKeyAnswer> {
    const at = this.clock.now();
    return this.unitOfWork.run(tenant.id, async (tx) => {
      if ((await this.keys.lockAndCount(tx)) >= MAX_KEYS) throw tooManyApiKeys(MAX_KEYS);
      const made = this.insert(tx, { name, scopes, actor, at });
      const event = { type: 'api_key.created', data: { api_key_id: made.id, scopes } } as const;
      this.audit.recordWithEvent(tx, at, event, { targetId: made.id, after: { name, scopes } });
      return made;
    });
  }

  /**
   * Creates a key with the same name and scopes. The old one stays valid for `overlapSeconds`, so that clients can
   * switch.
   * @throws DomainError `api_key_not_found`, or `api_key_not_active` for a key that was rotated or revoked
   */
  rotate(tenant: Tenant, id: string, overlapSeconds: number, actor: string): Promise<NewApiKeyAnswer> {
    const at = this.clock.now();
    const expiresAt = new Date(at.getTime() + overlapSeconds * 1000);
    return this.unitOfWork.run(tenant.id, async (tx) => {
      const old = await this.keys.byId(tx, id);
      if (old === undefined) throw apiKeyNotFound();
      if (!(await this.keys.expire(tx, id, expiresAt))) throw apiKeyNotActive();
      const made = this.insert(tx, { name: old.name, scopes: old.scopes, actor, at });
      const data = { api_key_id: id, new_api_key_id: made.id, expires_at: expiresAt.toISOString() };
      const [before, after] = [{ expires_at: null }, { expires_at: data.expires_at }];
      this.audit.recordWithEvent(tx, at, { type: 'api_key.rotated', data }, { targetId: id, before, after });
      return made;
    });
  }

  /**
   * Revokes a key with effect from the next request. Idempotent.
   * @throws DomainError `api_key_not_found`
   */
  async revoke(tenant: Tenant, id: string): Promise<void> {
    const at = this.clock.now();
    await this.unitOfWork.run(tenant.id, async (tx) => {
      if (await this.keys.revoke(tx, id, at)) {
        const event = { type: 'api_key.revoked', data: { api_key_id: id } } as const;
        const [before, after] = [{ revoked_at: null }, { revoked_at: at.toISOString() }];
        this.audit.recordWithEvent(tx, at, event, { targetId: id, before, after });
      } else if ((await this.keys.byId(tx, id)) === undefined) throw apiKeyNotFound();
    });
  }

  private insert(tx: Transaction, { name, scopes, actor, at }: NewKeyDetails): NewApiKeyAnswer {
    const { text, prefix, secretHash } = generateApiKey(tx.tenantId);
    const id = newId('key');
    const unused = { lastUsedAt: null, expiresAt: null, revokedAt: null };
    this.keys.insert(tx, {
      id,
      name,
      scopes,
      prefix,
      secretHash,
      createdBy: actor,
      createdAt: at,
      ...unused,
    });
    return {
      id,
      name,
      scopes,
      prefix,
      created_by: actor,
      created_at: at.toISOString(),
      last_used_at: null,
      expires_at: null,
      revoked_at: null,
      key: text,
    };
  }
}
