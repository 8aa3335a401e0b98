import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type JSX, type ReactNode, useContext } from 'react';
import { answer } from 'referrals-sdk';
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

const TenantContext = createContext<Tenant | null>(null);

/** Fetches the tenant of the session, and dresses what is inside in its colour. */
export function TenantProvider({ children }: { children: ReactNode }): JSX.Element {
  const api = useApi();
  const { data } = useSuspenseQuery({
    queryKey: ['branding'],
    queryFn: () => answer(api.GET('/api/branding/mine')),
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
