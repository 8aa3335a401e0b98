import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type JSX, type ReactNode, useContext } from 'react';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { Theme } from '../ui/theme.js';
import type { Currency } from '../ui/value-words.js';

/** The business of the page. */
export interface Tenant {
  readonly slug: string;
  readonly name: string;
  readonly currency: Currency;
  readonly brandColor: string;
}

const TenantContext = createContext<Tenant | null>(null);

/** Fetches the session's tenant and applies its color. */
export function TenantProvider({ children }: { children: ReactNode }): JSX.Element {
  const api = useApi();
  const { data } = useSuspenseQuery({
    queryKey: ['branding'],
    queryFn: () => answer(api.GET('/api/branding/mine')),
    staleTime: Infinity,
  });
  return <TenantContextProvider branding={data}>{children}</TenantContextProvider>;
}

interface TenantContextProviderProps {
  readonly branding: Schemas['BrandingAnswer'];
  readonly children: ReactNode;
}

/** Provides the tenant and applies its color. */
export function TenantContextProvider({ branding, children }: TenantContextProviderProps): JSX.Element {
  const tenant = {
    slug: branding.tenant_slug,
    name: branding.tenant_name,
    currency: { code: branding.currency, digits: branding.currency_digits },
    brandColor: branding.brand_color,
  };
  return (
    <TenantContext value={tenant}>
      <Theme brandColor={tenant.brandColor}>{children}</Theme>
    </TenantContext>
  );
}

/** Returns the page's tenant. Works only inside a `TenantProvider` or `TenantContextProvider`. */
export function useTenant(): Tenant {
  const tenant = useContext(TenantContext);
  if (tenant === null)
    throw new Error('There is no tenant outside of TenantProvider and TenantContextProvider.');
  return tenant;
}
