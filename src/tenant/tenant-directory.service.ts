import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ambientTransaction } from '../core/database/ambient-transaction.js';
import { isSlug } from './slug.js';
import type { Tenant } from './tenant.entity.js';
import { TenantQuery } from './tenant.query.js';

/** The time for which another process may still use the former state of a changed tenant. */
const TTL_MS = 5_000;
const MAX_ENTRIES = 20_000;

/** The id of a tenant that does not exist, so that a request about an unknown tenant costs as much as any other. */
export const NO_TENANT = 'none';

/** Wrapped so that unknown tenants are cached, too, and cost as much as known ones. */
interface Known {
  readonly tenant: Tenant | undefined;
}

const cache = (): LRUCache<string, Known> => new LRUCache({ max: MAX_ENTRIES, ttl: TTL_MS });

/** Caches tenants by id and by slug in this process, because every request needs one. */
@Injectable()
export class TenantDirectoryService {
  private readonly ids = cache();
  private readonly slugs = cache();
  /** Running look-ups, so that concurrent requests share one. */
  private readonly lookUps = new Map<string, Promise<Tenant | undefined>>();
  /** The number of changes so far. A tenant that was read before the last change is not cached. */
  private changes = 0;

  constructor(private readonly query: TenantQuery) {}

  /**
   * Returns a tenant by id.
   * @throws DomainError `database_unavailable`
   */
  byId(id: string): Promise<Tenant | undefined> {
    return this.cached(this.ids, id, () => this.query.byId(id));
  }

  /**
   * Returns a tenant by slug, whatever its status.
   * @throws DomainError `database_unavailable`
   */
  bySlug(slug: string): Promise<Tenant | undefined> {
    if (!isSlug(slug)) return Promise.resolve(undefined);
    return this.cached(this.slugs, slug, () => this.query.bySlug(slug));
  }

  /** Returns an active tenant by slug. Public routes treat a suspended tenant as unknown. */
  async activeBySlug(slug: string): Promise<Tenant | undefined> {
    const tenant = await this.bySlug(slug);
    return tenant?.status === 'active' ? tenant : undefined;
  }

  /** Removes a changed tenant from the cache, so that this process uses the new state from the next request on. */
  forget({ id, slug }: Pick<Tenant, 'id' | 'slug'>): void {
    this.changes += 1;
    this.ids.delete(id);
    this.slugs.delete(slug);
  }

  private async cached(
    entries: LRUCache<string, Known>,
    key: string,
    find: () => Promise<Tenant | undefined>,
  ): Promise<Tenant | undefined> {
    const known = entries.get(key);
    if (known !== undefined) return known.tenant;
    const before = this.changes;
    const lookUp = `${entries === this.ids ? 'id' : 'slug'} ${key} ${before}`;
    const tenant = await (ambientTransaction() === undefined ? this.coalesced(lookUp, find) : find());
    if (this.changes === before) entries.set(key, { tenant });
    return tenant;
  }

  /**
   * Shares a look-up between concurrent requests. Not used inside a transaction, which may fail for reasons of its own.
   */
  private coalesced(lookUp: string, find: () => Promise<Tenant | undefined>): Promise<Tenant | undefined> {
    const underWay = this.lookUps.get(lookUp) ?? find().finally(() => this.lookUps.delete(lookUp));
    this.lookUps.set(lookUp, underWay);
    return underWay;
  }
}
