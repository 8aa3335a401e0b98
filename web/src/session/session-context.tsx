import { createContext, type JSX, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { isExpired } from 'referrals-sdk/token';
import { OtherSession, SignedOut, type SignedOutReason } from './session-notice.js';
import { forgetSession, hasAudience, storeSession, type Session, takeSession } from './session.js';
import { useTokenEnd } from './use-token-end.js';

interface SignedIn {
  readonly session: Session;
  /** Ends the session; the page then shows the way back. */
  readonly expire: () => void;
}

const SessionContext = createContext<SignedIn | null>(null);

const here = (): Parameters<typeof takeSession>[1] => ({
  hash: location.hash,
  storage: sessionStorage,
  clearHash: () => {
    history.replaceState(history.state, '', location.pathname + location.search);
  },
  returnOrigins: (
    document.querySelector<HTMLMetaElement>('meta[name="return-origins"]')?.content ?? ''
  ).split(' '),
});

interface Props {
  /** The surface's name; its session is stored under it. */
  readonly name: string;
  /** The audience of the surface's tokens. */
  readonly audience: 'tenant-admin' | 'customer';
  readonly children: ReactNode;
}

/** Shows its children to a user who is signed in, and the reason and the way back to others. */
export function SessionProvider({ name, audience, children }: Props): JSX.Element {
  const [{ session, offered }, setArrival] = useState(() => takeSession(name, here()));
  const [over, setOver] = useState<SignedOutReason | null>(() => reasonAgainst(session, audience));

  useEffect(() => {
    // A second link opened in the same tab changes only the fragment, without a reload.
    const onHash = (): void => {
      if (!location.hash.includes('token=')) return;
      const next = takeSession(name, here());
      setArrival(next);
      setOver(reasonAgainst(next.session, audience));
    };
    addEventListener('hashchange', onHash);
    return () => {
      removeEventListener('hashchange', onHash);
    };
  }, [name, audience]);

  useTokenEnd(session?.token ?? null, () => {
    setOver('expired');
  });

  const signedIn = useMemo(() => {
    if (session === null) return null;
    return {
      session,
      expire: (): void => {
        forgetSession(name, { storage: sessionStorage });
        setOver('expired');
      },
    };
  }, [session, name]);

  if (offered !== null) {
    const go = (next: Session | null): void => {
      if (next !== null) storeSession(name, next, { storage: sessionStorage });
      setArrival({ session: next, offered: null });
      setOver(reasonAgainst(next, audience));
    };
    return (
      <OtherSession
        onStay={() => {
          go(session);
        }}
        onLeave={() => {
          go(offered);
        }}
      />
    );
  }
  if (signedIn === null || over !== null) {
    return <SignedOut reason={over ?? 'no_session'} returnUrl={session?.returnUrl ?? null} />;
  }
  // Another token resets everything inside, so that no other person's data is shown.
  return (
    <SessionContext key={signedIn.session.token} value={signedIn}>
      {children}
    </SessionContext>
  );
}

function reasonAgainst(session: Session | null, audience: string): SignedOutReason | null {
  if (session === null) return 'no_session';
  if (!hasAudience(audience, session)) return 'wrong_link';
  return isExpired(session.token) ? 'expired' : null;
}

/** Returns the session. Works only inside a `SessionProvider`. */
export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === null) throw new Error('There is no session outside of SessionProvider.');
  return signedIn;
}
