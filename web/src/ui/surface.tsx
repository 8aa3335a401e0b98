import { Center, Loader } from '@mantine/core';
import { type JSX, type ReactNode, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { LocaleProvider, useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { Crash } from './crash.js';
import { Theme } from './theme.js';

/** What every surface stands in: language, look, what is seen while it loads, and when it breaks. */
export function openSurface(content: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider>
        <Theme>
          <Crash>
            <Suspense fallback={<WholePageLoader />}>{content}</Suspense>
          </Crash>
        </Theme>
      </LocaleProvider>
    </StrictMode>,
  );
}

/** While the page itself is on its way. */
export function WholePageLoader(): JSX.Element {
  const say = useSay();
  return (
    <Center component="main" mih="100dvh">
      <Loader aria-label={say(commonMessages.loading)} />
    </Center>
  );
}
