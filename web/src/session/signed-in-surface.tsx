import { type JSX, type ReactNode, Suspense } from 'react';
import { ApiProvider } from '../api/api-context.js';
import { WholePageLoader } from '../ui/surface.js';
import { SessionProvider, useSession } from './session-context.js';
import { TenantProvider } from './tenant-context.js';

interface Props {
  readonly name: string;
  readonly audience: 'tenant-admin' | 'customer';
  readonly children: ReactNode;
}

/** Sets up a surface for signed-in users: session, API client and the tenant's colors. */
export function SignedInSurface({ name, audience, children }: Props): JSX.Element {
  return (
    <SessionProvider name={name} audience={audience}>
      <SessionApiProvider>{children}</SessionApiProvider>
    </SessionProvider>
  );
}

function SessionApiProvider({ children }: { children: ReactNode }): JSX.Element {
  const { session, expire } = useSession();
  return (
    <ApiProvider token={session.token} onExpired={expire}>
      {/* Inside of what keeps the session and the cache: what waits outside of a boundary forgets its state. */}
      <Suspense fallback={<WholePageLoader />}>
        <TenantProvider>{children}</TenantProvider>
      </Suspense>
    </ApiProvider>
  );
}
