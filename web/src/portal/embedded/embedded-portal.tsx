import { type JSX, StrictMode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { claimsOf } from 'referrals-sdk/token';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { ApiProvider } from '../../api/api-context.js';
import type { HostSettings } from '../../embed/messages.js';
import { LocaleProvider, useSay } from '../../i18n/locale-context.js';
import { localeOf } from '../../i18n/locale.js';
import { portalMessages as m } from '../../messages/portal.js';
import { sessionMessages } from '../../messages/session.js';
import { TenantProvider } from '../../session/tenant-context.js';
import { useTokenEnd } from '../../session/use-token-end.js';
import { Crash } from '../../ui/surface.js';
import { HostLookContext, Theme } from '../../ui/theme.js';
import { Portal, PortalSkeleton } from '../portal.js';
import classes from '../portal.module.css';
import { type HostPage, lookFor } from './host-page.js';

/** Shows the portal in the frame of `<referral-portal>`, with the host's session and look. */
export function EmbeddedPortal({ host }: { host: HostPage }): JSX.Element | null {
  const settings = useSyncExternalStore(host.subscribe, host.settings);
  // The colors are unknown until the host has sent its settings.
  return settings === null ? null : <Dressed host={host} settings={settings} />;
}

function Dressed({ host, settings }: { host: HostPage; settings: HostSettings }): JSX.Element {
  const { token, color, background, locale } = settings;
  const look = useMemo(() => lookFor(color, background), [color, background]);
  useReportHeight(host);
  useEffect(() => {
    document.documentElement.classList.add(classes.embedded ?? '');
  }, []);
  useEffect(() => {
    document.documentElement.style.setProperty('--host-background', background);
  }, [background]);
  return (
    <StrictMode>
      <LocaleProvider given={locale === null ? undefined : localeOf(locale)}>
        <HostLookContext value={look}>
          <Theme>
            <HostApiProvider host={host} token={token} />
          </Theme>
        </HostLookContext>
      </LocaleProvider>
    </StrictMode>
  );
}

/** Provides the API for the host's token. A new token of the same customer keeps the page; another customer resets it. */
function HostApiProvider({ host, token }: { host: HostPage; token: string }): JSX.Element {
  const [ended, setEnded] = useState<string | null>(null);
  const over = token === ended || !isCustomers(token);
  useTokenEnd(token, () => {
    setEnded(token);
  });
  useEffect(() => {
    if (over) host.tell({ type: 'referral-portal:expired', asked: false });
  }, [host, over, token]);
  if (over) {
    return (
      <EmbeddedSignedOut
        onGoOn={() => {
          host.tell({ type: 'referral-portal:expired', asked: true });
        }}
      />
    );
  }
  return (
    <Crash>
      <ApiProvider
        key={holderOf(token)}
        token={() => host.settings()?.token ?? ''}
        onExpired={() => {
          setEnded(host.settings()?.token ?? null);
        }}
      >
        {/* Inside: what suspends outside of a boundary loses its state, and with it what it has fetched. */}
        <Suspense fallback={<PortalSkeleton />}>
          <TenantProvider>
            <Portal inFrame />
          </TenantProvider>
        </Suspense>
      </ApiProvider>
    </Crash>
  );
}

/** Identifies the customer. Ids are unique only within a tenant. */
const holderOf = (token: string): string =>
  JSON.stringify([claimsOf(token)?.tenantId, claimsOf(token)?.subject]);

/** Tells whether it is a customer's token. Another one is not even tried. */
const isCustomers = (token: string): boolean => claimsOf(token)?.audience === 'customer';

/** Shows that the session is over, and asks the host for a new one. */
function EmbeddedSignedOut({ onGoOn }: { onGoOn: () => void }): JSX.Element {
  const say = useSay();
  return (
    <Paper component="main" withBorder p="xl">
      <Stack align="center" gap="sm" ta="center">
        <Title order={1} size="h3">
          {say(sessionMessages.expired)}
        </Title>
        <Text c="dimmed">{say(m.embedExpiredAdvice)}</Text>
        <Button onClick={onGoOn} mt="xs">
          {say(m.goOn)}
        </Button>
      </Stack>
    </Paper>
  );
}

/** Reports the content's height to the host at every change, so that the frame needs no scrollbar. */
function useReportHeight(host: HostPage): void {
  useEffect(() => {
    const content = document.getElementById('root');
    if (content === null) return;
    const observer = new ResizeObserver(() => {
      host.tell({
        type: 'referral-portal:height',
        height: Math.ceil(content.getBoundingClientRect().height),
      });
    });
    observer.observe(content);
    return () => {
      observer.disconnect();
    };
  }, [host]);
}
