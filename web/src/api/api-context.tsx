import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type JSX, type ReactNode, useContext, useState } from 'react';
import { createClient, type ReferralsClient } from 'referrals-sdk';
import { ProblemError } from 'referrals-sdk/problem';

const ApiContext = createContext<ReferralsClient>(createClient());

interface Props {
  /** Absent on a page for everybody. */
  readonly token?: string;
  /** Is told when the API no longer takes the token. */
  readonly onExpired?: () => void;
  readonly children: ReactNode;
}

const FRESH_MS = 30_000;

/** Gives what is inside the API's client, and a cache of what it answered. The client itself tries again. */
export function ApiProvider({ token, onExpired, children }: Props): JSX.Element {
  const [client] = useState(() => createClient(token === undefined ? {} : { token: () => token }));
  const [queries] = useState(() => {
    const onError = (error: Error): void => {
      if (error instanceof ProblemError && error.status === 401) onExpired?.();
    };
    return new QueryClient({
      queryCache: new QueryCache({ onError }),
      defaultOptions: {
        // Without a connection a call fails like any other: what only waits would look as if it went on.
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

/** The API's client, with the session's token where there is one. */
export const useApi = (): ReferralsClient => useContext(ApiContext);
