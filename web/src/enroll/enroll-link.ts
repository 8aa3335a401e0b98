/** What the address of the page says. */
export interface EnrollLink {
  /** Of the business; empty where there is none to be read. */
  readonly slug: string;
  readonly referralCode: string;
  readonly promoCode: string;
}

/** Reads `/enroll/<slug>?ref=<code>&promo=<code>`. */
export function linkOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): EnrollLink {
  const query = new URLSearchParams(search);
  return {
    slug: decoded(/^\/enroll\/([^/]+)\/?$/.exec(pathname)?.[1] ?? ''),
    referralCode: query.get('ref')?.trim() ?? '',
    promoCode: query.get('promo')?.trim() ?? '',
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // a per cent sign that stands for nothing
  }
}
