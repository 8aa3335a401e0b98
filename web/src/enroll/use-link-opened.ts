import { useEffect, useRef } from 'react';
import { useApi } from '../api/api-context.js';
import type { EnrollLink } from './enroll-link.js';
import { referralCodeOf } from './typed-code.js';

/** Tells once that somebody's link was opened. It is for figures only: nobody waits for it, and it may fail. */
export function useLinkOpened({ slug, referralCode }: EnrollLink): void {
  const api = useApi();
  const told = useRef(false);
  useEffect(() => {
    const code = referralCodeOf(referralCode);
    if (told.current || slug === '' || code === '') return;
    told.current = true;
    const body = { tenant_slug: slug, referral_code: code };
    api.POST('/api/referrals/link-opened', { body }).catch(() => undefined);
  }, [api, slug, referralCode]);
}
