import '@mantine/core/styles.css';
import './base.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { createContext, type JSX, type ReactNode, useContext, useMemo } from 'react';
import { brandShades } from './brand-shades.js';

const DEFAULT_BRAND_COLOR = '#0a7a5c';

/** The page's own word for its policy: style elements without it are ignored. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// Read by the library that keeps the page from scrolling behind a dialog.
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** What a page around ours asks for, whatever the tenant's own colour and the system's scheme are. */
export interface GivenLook {
  readonly brandColor?: string | undefined;
  readonly scheme?: 'light' | 'dark';
}

/** Holds for every `Theme` inside. */
export const GivenLookContext = createContext<GivenLook>({});

/** The look of every page, in the tenant's colour; light or dark as the system is, or as was chosen. */
export function Theme({
  brandColor = DEFAULT_BRAND_COLOR,
  children,
}: {
  brandColor?: string;
  children: ReactNode;
}): JSX.Element {
  const given = useContext(GivenLookContext);
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
