import { useEffect, useEffectEvent } from 'react';
import { claimsOf } from 'referrals-sdk/token';

/** The longest delay of a browser's timer, 24 days. A token that lives longer is checked again then. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Calls back when a token expires, at once if it has already. @param token null: there is none */
export function useTokenEnd(token: string | null, onEnd: () => void): void {
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const over = token === null ? undefined : claimsOf(token)?.expiresAt.getTime();
    if (over === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const rest = over - Date.now();
      if (rest <= 0) end();
      else timer = setTimeout(look, Math.min(rest, LONGEST_TIMER_MS));
    };
    look();
    return () => {
      clearTimeout(timer);
    };
  }, [token]);
}
