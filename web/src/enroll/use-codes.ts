import { type ChangeEvent, useState } from 'react';
import type { CodeCheck, Invitation, Promo } from './code-check.js';
import type { EnrollLink } from './enroll-link.js';
import { promoCodeOf, REFERRAL_CODE_LENGTH, referralCodeOf } from './typed-code.js';
import { usePromoCheck, useReferralCheck } from './use-code-check.js';

type Changed = ChangeEvent<HTMLInputElement>;

interface Codes {
  /** As they are sent. */
  readonly given: { readonly referralCode: string; readonly promoCode: string };
  readonly referralCheck: CodeCheck<Invitation>;
  readonly promoCheck: CodeCheck<Promo>;
  readonly referralField: {
    readonly value: string;
    readonly onChange: (event: Changed) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
  readonly promoField: { readonly value: string; readonly onChange: (event: Changed) => void };
  readonly dropPromo: () => void;
}

/** Both codes as they are typed, from what the link brought, and what is known of each. */
export function useCodes(link: EnrollLink): Codes {
  const [referral, setReferral] = useState(link.referralCode);
  const [promo, setPromo] = useState(link.promoCode);
  const [typing, setTyping] = useState(false);
  const given = { referralCode: referralCodeOf(referral), promoCode: promoCodeOf(promo) };
  // Half a code is no wrong code: it is not asked for before its field is left.
  const half = typing && given.referralCode.length < REFERRAL_CODE_LENGTH;
  return {
    given,
    referralCheck: useReferralCheck(half ? '' : given.referralCode),
    promoCheck: usePromoCheck(given.promoCode),
    referralField: {
      value: referral,
      onChange: ({ currentTarget }) => {
        setReferral(currentTarget.value);
      },
      onFocus: () => {
        setTyping(true);
      },
      onBlur: () => {
        setTyping(false);
      },
    },
    promoField: {
      value: promo,
      onChange: ({ currentTarget }) => {
        setPromo(currentTarget.value);
      },
    },
    dropPromo: () => {
      setPromo('');
    },
  };
}
