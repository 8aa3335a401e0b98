import type { KeyScope } from './key-scope.js';

/** A person or system of the tenant. */
interface TenantAdmin {
  readonly kind: 'tenant_admin';
  readonly userId: string;
  readonly tenantId: string;
}

/** A customer of the tenant. */
export interface CustomerPrincipal {
  readonly kind: 'customer';
  readonly customerId: string;
  readonly tenantId: string;
}

/** The platform that hosts the tenants. It can manage tenants only. */
interface Platform {
  readonly kind: 'platform';
  readonly userId: string;
}

/** A system of the tenant, limited to the scopes of its key. */
export interface ApiKeyPrincipal {
  readonly kind: 'api_key';
  readonly keyId: string;
  readonly tenantId: string;
  readonly scopes: readonly KeyScope[];
}

/** The caller, as verified by a token or key. */
export type Principal = TenantAdmin | CustomerPrincipal | Platform | ApiKeyPrincipal;

/** Maps the `aud` of a token to a kind of caller. */
export const AUDIENCES = {
  'tenant-admin': 'tenant_admin',
  customer: 'customer',
  platform: 'platform',
} as const;
export type Audience = keyof typeof AUDIENCES;

/** Returns the actor as timelines and events record it: `admin:usr_1`, `customer:cus_1`, `key:key_1`, `public`. */
export function actorOf(principal: Principal | undefined): string {
  switch (principal?.kind) {
    case undefined:
      return 'public';
    case 'tenant_admin':
      return `admin:${principal.userId}`;
    case 'customer':
      return `customer:${principal.customerId}`;
    case 'platform':
      return `platform:${principal.userId}`;
    case 'api_key':
      return `key:${principal.keyId}`;
  }
}
