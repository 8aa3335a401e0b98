import { Center, Loader, Stack } from '@mantine/core';
import { Component, type JSX, type ReactNode, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { LocaleProvider, useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { ErrorNotice } from './error-notice.js';
import { Theme } from './theme.js';

/** Renders a surface with its language, theme, loading state and error boundary. */
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

/** Shows a loader while the page loads. */
export function WholePageLoader(): JSX.Element {
  const say = useSay();
  return (
    <Center component="main" mih="100dvh">
      <Loader aria-label={say(commonMessages.loading)} />
    </Center>
  );
}

/** Catches render errors and shows a notice with a reload button. */
export class Crash extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Center component="main" mih="60dvh" p="md">
        <Stack maw={480}>
          <ErrorNotice
            error={error}
            onRetry={() => {
              location.reload();
            }}
          />
        </Stack>
      </Center>
    );
  }
}
