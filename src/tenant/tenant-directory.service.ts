import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ambientTransaction } from '../core/database/ambient-transaction.js';
import { isSlug } from './slug.js';
import type { Tenant } from './tenant.entity.js';
import { TenantQuery } from './tenant.query.js';

/** For how long another process may still act on a tenant's former state. */
const TTL_MS = 5_000;
const MAX_ENTRIES = 20_000;

/** Stands for the tenant that does not exist: what is asked of it is looked up, and not found, like everybody's. */
export const NO_TENANT = 'none';

/** Wrapped, because an unknown tenant is remembered as well: asking for it again costs what a known one costs. */
interface Known {
  readonly tenant: Tenant | undefined;
}

const cache = (): LRUCache<string, Known> => new LRUCache({ max: MAX_ENTRIES, ttl: TTL_MS });

/** Tenants by id and by slug, in the memory of this process: every request needs one. */
@Injectable()
export class TenantDirectoryService {
  private readonly ids = cache();
  private readonly slugs = cache();
  /** Those under way: however many requests need a tenant at once, it is looked up once. */
  private readonly lookUps = new Map<string, Promise<Tenant | undefined>>();
  /** How many changes there have been; what was read before the last one is not remembered. */
  private changes = 0;

  constructor(private readonly query: TenantQuery) {}

  /** @throws DomainError `database_unavailable` */
  byId(id: string): Promise<Tenant | undefined> {
    return this.cached(this.ids, id, () => this.query.byId(id));
  }

  /** Whatever its status. @throws DomainError `database_unavailable` */
  bySlug(slug: string): Promise<Tenant | undefined> {
    if (!isSlug(slug)) return Promise.resolve(undefined);
    return this.cached(this.slugs, slug, () => this.query.bySlug(slug));
  }

  /** The tenant of a slug if it is in business: a suspended one is as good as none in public. */
  async activeBySlug(slug: string): Promise<Tenant | undefined> {
    const tenant = await this.bySlug(slug);
    return tenant?.status === 'active' ? tenant : undefined;
  }

  /** Call it when a tenant has changed: this process sees the change with the next request. */
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

  /** Not within a transaction: that may fail, and what it reads with it, for reasons that are nobody else's. */
  private coalesced(lookUp: string, find: () => Promise<Tenant | undefined>): Promise<Tenant | undefined> {
    const underWay = this.lookUps.get(lookUp) ?? find().finally(() => this.lookUps.delete(lookUp));
    this.lookUps.set(lookUp, underWay);
    return underWay;
  }
}
