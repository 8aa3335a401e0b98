import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { isSlug } from './slug.js';
import type { Tenant } from './tenant.entity.js';
import { TenantQuery } from './tenant.query.js';

/** For how long another process may still act on a tenant's former state. */
const TTL_MS = 5_000;
const MAX_ENTRIES = 20_000;

/** Wrapped, because an unknown tenant is remembered as well: asking for it again costs what a known one costs. */
interface Known {
  readonly tenant: Tenant | undefined;
}

/** Tenants by id and by slug, in the memory of this process: every request needs one. */
@Injectable()
export class TenantDirectory {
  private readonly ids: LRUCache<string, Known>;
  private readonly slugs: LRUCache<string, Known>;

  constructor(query: TenantQuery) {
    const remembering = (find: (key: string) => Promise<Tenant | undefined>): LRUCache<string, Known> =>
      new LRUCache({
        max: MAX_ENTRIES,
        ttl: TTL_MS,
        fetchMethod: async (key) => ({ tenant: await find(key) }),
      });
    this.ids = remembering((id) => query.byId(id));
    this.slugs = remembering((slug) => query.bySlug(slug));
  }

  /** @throws DomainError `database_unavailable` */
  async byId(id: string): Promise<Tenant | undefined> {
    return (this.ids.get(id) ?? (await this.ids.fetch(id)))?.tenant;
  }

  /** The tenant of a slug if it is in business: a suspended one is as good as none in public. */
  async activeBySlug(slug: string): Promise<Tenant | undefined> {
    if (!isSlug(slug)) return undefined;
    const tenant = (this.slugs.get(slug) ?? (await this.slugs.fetch(slug)))?.tenant;
    return tenant?.status === 'active' ? tenant : undefined;
  }

  /** Call it when a tenant has changed: this process sees the change with the next request. */
  forget({ id, slug }: Pick<Tenant, 'id' | 'slug'>): void {
    this.ids.delete(id);
    this.slugs.delete(slug);
  }
}
