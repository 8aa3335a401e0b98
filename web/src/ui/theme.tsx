import '@mantine/core/styles.css';
import './base.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { createContext, type JSX, type ReactNode, useContext, useMemo } from 'react';
import { brandShades } from './brand-shades.js';

const DEFAULT_BRAND_COLOR = '#0a7a5c';

/** The nonce of the page's policy, without which style elements are ignored. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// Read by the library that blocks scrolling behind a dialog.
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** The look that a host page asks for, instead of the tenant's color and the system's scheme. */
export interface HostLook {
  readonly brandColor?: string | undefined;
  readonly scheme?: 'light' | 'dark';
}

/** Applies to every `Theme` inside. */
export const HostLookContext = createContext<HostLook>({});

/** Applies the theme with the tenant's color, light or dark as the user or the system chose. */
export function Theme({
  brandColor = DEFAULT_BRAND_COLOR,
  children,
}: {
  brandColor?: string;
  children: ReactNode;
}): JSX.Element {
  const given = useContext(HostLookContext);
  const color = given.brandColor ?? brandColor;
  const theme = useMemo(
    () =>
      createTheme({
        primaryColor: 'brand',
        colors: { brand: brandShades(color) },
        primaryShade: { light: 8, dark: 7 },
        autoContrast: true,
        luminanceThreshold: 0.18,
        defaultRadius: 'md',
        fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
        headings: { fontWeight: '650' },
        cursorType: 'pointer',
        respectReducedMotion: true,
      }),
    [color],
  );
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(given.scheme === undefined ? {} : { forceColorScheme: given.scheme })}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
