import { shortName } from '../referral/short-name.js';

/** A referral as one of its two sides may see it. */
type Named<Other extends string> = Readonly<Record<`${Other}_name`, string>>;

/** With the other side's name as others may see it: it is somebody else's. */
export const othersShortened = <Other extends 'referrer' | 'referee', R extends Named<Other>>(
  referrals: readonly R[],
  other: Other,
): R[] =>
  referrals.map((referral) => ({ ...referral, [`${other}_name`]: shortName(referral[`${other}_name`]) }));
