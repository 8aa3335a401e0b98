import { type Location, type To, useLocation, useNavigate, useSearchParams } from 'react-router';

const NAME = 'referral';

interface OpenReferral {
  /** Undefined: no referral is open. */
  readonly id: string | undefined;
  /** Returns the props of a link to a referral, which keeps the list as it is. */
  readonly linkTo: (id: string) => { to: To; state: unknown };
  readonly close: () => void;
}

/** Keeps the open referral in the address, so that it can be linked and the back button closes it. */
export function useOpenReferral(): OpenReferral {
  const [search] = useSearchParams();
  const { state } = useLocation() as Location<{ fromList?: boolean } | null>;
  const navigate = useNavigate();
  const searchWith = (id: string | undefined): string => {
    const next = new URLSearchParams(search);
    if (id === undefined) next.delete(NAME);
    else next.set(NAME, id);
    return next.toString();
  };
  return {
    id: search.get(NAME) ?? undefined,
    linkTo: (id) => ({ to: { search: searchWith(id) }, state: { ...state, fromList: true } }),
    close: () => {
      if (state?.fromList === true) void navigate(-1);
      else void navigate({ search: searchWith(undefined) }, { replace: true, state });
    },
  };
}
