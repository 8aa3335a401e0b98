/** The parts of the page's address. */
export interface EnrollLink {
  /** The business's slug; empty if the address has none. */
  readonly slug: string;
  readonly referralCode: string;
  readonly promoCode: string;
}

/** Reads `/enroll/<slug>?ref=<code>&promo=<code>`. */
export function linkOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): EnrollLink {
  const query = new URLSearchParams(search);
  return {
    slug: decode(/^\/enroll\/([^/]+)\/?$/.exec(pathname)?.[1] ?? ''),
    referralCode: query.get('ref')?.trim() ?? '',
    promoCode: query.get('promo')?.trim() ?? '',
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // an invalid percent encoding
  }
}
