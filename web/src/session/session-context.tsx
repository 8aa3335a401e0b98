import { createContext, type JSX, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { isExpired } from 'referrals-sdk/token';
import { OtherSession, SignedOut, type SignedOutReason } from './session-notice.js';
import { forgetSession, isFor, keepSession, type Session, takeSession } from './session.js';
import { useTokenEnd } from './use-token-end.js';

interface SignedIn {
  readonly session: Session;
  /** Says that the session is over; the page makes room for the way back. */
  readonly expire: () => void;
}

const SessionContext = createContext<SignedIn | null>(null);

const here = (): Parameters<typeof takeSession>[1] => ({
  hash: location.hash,
  keep: sessionStorage,
  clearHash: () => {
    history.replaceState(history.state, '', location.pathname + location.search);
  },
  returnOrigins: (
    document.querySelector<HTMLMetaElement>('meta[name="return-origins"]')?.content ?? ''
  ).split(' '),
});

interface Props {
  /** The surface's name, under which its session is kept. */
  readonly name: string;
  /** The kind of token that the surface is for. */
  readonly audience: 'tenant-admin' | 'customer';
  readonly children: ReactNode;
}

/** What is inside is for people who are signed in; others read why they aren't, and where to go. */
export function SessionProvider({ name, audience, children }: Props): JSX.Element {
  const [{ session, offered }, setArrival] = useState(() => takeSession(name, here()));
  const [over, setOver] = useState<SignedOutReason | null>(() => reasonAgainst(session, audience));

  useEffect(() => {
    // A second link opened in the same tab changes the fragment only, and loads nothing.
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
        forgetSession(name, { keep: sessionStorage });
        setOver('expired');
      },
    };
  }, [session, name]);

  if (offered !== null) {
    const go = (next: Session | null): void => {
      if (next !== null) keepSession(name, next, { keep: sessionStorage });
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
  // Another person's data must not be shown for a moment: what is inside begins anew with another token.
  return (
    <SessionContext key={signedIn.session.token} value={signedIn}>
      {children}
    </SessionContext>
  );
}

function reasonAgainst(session: Session | null, audience: string): SignedOutReason | null {
  if (session === null) return 'no_session';
  if (!isFor(audience, session)) return 'wrong_link';
  return isExpired(session.token) ? 'expired' : null;
}

/** Who is signed in; for what stands inside a `SessionProvider`. */
export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === null) throw new Error('There is no session outside of SessionProvider.');
  return signedIn;
}
