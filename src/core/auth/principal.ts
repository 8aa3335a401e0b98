import type { KeyScope } from './key-scope.js';

/** A person or system of a tenant's business. */
interface TenantAdmin {
  readonly kind: 'tenant_admin';
  readonly userId: string;
  readonly tenantId: string;
}

/** Somebody enrolled with a tenant. */
export interface CustomerPrincipal {
  readonly kind: 'customer';
  readonly customerId: string;
  readonly tenantId: string;
}

/** The platform that hosts the tenants; it sees tenants only. */
interface Platform {
  readonly kind: 'platform';
  readonly userId: string;
}

/** A system of a tenant's business, which may do what its key's scopes say. */
export interface ApiKeyPrincipal {
  readonly kind: 'api_key';
  readonly keyId: string;
  readonly tenantId: string;
  readonly scopes: readonly KeyScope[];
}

/** Who is asking, as a verified token or key says. */
export type Principal = TenantAdmin | CustomerPrincipal | Platform | ApiKeyPrincipal;

/** `aud` of a token to the kind of caller it speaks for. */
export const AUDIENCES = {
  'tenant-admin': 'tenant_admin',
  customer: 'customer',
  platform: 'platform',
} as const;
export type Audience = keyof typeof AUDIENCES;

/** Who did something, as timelines and events name it: `admin:usr_1`, `customer:cus_1`, `key:key_1`, `public`. */
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
