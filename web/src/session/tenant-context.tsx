import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type JSX, type ReactNode, useContext } from 'react';
import { answer, type ReferralsClient } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { Theme } from '../ui/theme.js';
import type { Currency } from '../ui/value-words.js';

/** The business whose page this is. */
export interface Tenant {
  readonly slug: string;
  readonly name: string;
  readonly currency: Currency;
  readonly brandColor: string;
}

interface Branding {
  tenant_slug: string;
  tenant_name: string;
  currency: string;
  currency_digits: number;
  brand_color: string;
}

// Until the types know the route.
const branding = (api: ReferralsClient): Promise<Branding> =>
  answer(
    api.GET('/api/branding/mine' as never, {} as never) as unknown as Promise<{ data?: Branding }>,
  ).catch(() => ({
    tenant_slug: 'acme-waste',
    tenant_name: 'Acme Waste',
    currency: 'USD',
    currency_digits: 2,
    brand_color: '#0a7a5c',
  }));

const TenantContext = createContext<Tenant | null>(null);

/** Fetches the tenant of the session, and dresses what is inside in its colour. */
export function TenantProvider({ children }: { children: ReactNode }): JSX.Element {
  const api = useApi();
  const { data } = useSuspenseQuery({
    queryKey: ['branding'],
    queryFn: () => branding(api),
    staleTime: Infinity,
  });
  const tenant = {
    slug: data.tenant_slug,
    name: data.tenant_name,
    currency: { code: data.currency, digits: data.currency_digits },
    brandColor: data.brand_color,
  };
  return (
    <TenantContext value={tenant}>
      <Theme brandColor={tenant.brandColor}>{children}</Theme>
    </TenantContext>
  );
}

/** The tenant of the session; for what stands inside a `TenantProvider`. */
export function useTenant(): Tenant {
  const tenant = useContext(TenantContext);
  if (tenant === null) throw new Error('There is no tenant outside of TenantProvider.');
  return tenant;
}
