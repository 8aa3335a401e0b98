import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type JSX, type ReactNode, useContext, useState } from 'react';
import { createClient, type ReferralsClient } from 'referrals-sdk';
import { ProblemError } from 'referrals-sdk/problem';

const ApiContext = createContext<ReferralsClient>(createClient());

interface Props {
  /** Absent on a public page. A function is called before each request, where the token may be renewed. */
  readonly token?: string | (() => string);
  /** Called when the API no longer accepts the token. */
  readonly onExpired?: () => void;
  readonly children: ReactNode;
}

const FRESH_MS = 30_000;

/** Provides the API client and a cache of its answers. The client itself retries. */
export function ApiProvider({ token, onExpired, children }: Props): JSX.Element {
  const [client] = useState(() =>
    createClient(token === undefined ? {} : { token: typeof token === 'string' ? () => token : token }),
  );
  const [queries] = useState(() => {
    const onError = (error: Error): void => {
      if (error instanceof ProblemError && error.status === 401) onExpired?.();
    };
    return new QueryClient({
      queryCache: new QueryCache({ onError }),
      defaultOptions: {
        // Offline, a call fails like any other. By default it would wait silently.
        queries: { retry: false, staleTime: FRESH_MS, networkMode: 'always' },
        mutations: { retry: false, networkMode: 'always', onError },
      },
    });
  });
  return (
    <QueryClientProvider client={queries}>
      <ApiContext value={client}>{children}</ApiContext>
    </QueryClientProvider>
  );
}

/** Returns the API client, with the session's token where there is one. */
export const useApi = (): ReferralsClient => useContext(ApiContext);
