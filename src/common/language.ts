export const LANGUAGES = ['en', 'es'] as const;
/** A language of the pages and of sentences in API responses. */
export type Language = (typeof LANGUAGES)[number];

/** Parses one range of `Accept-Language`, in lower case: `es-mx;q=0.8`. */
function parseRange(part: string): { name: string; weight: number } {
  const name = part.trim().replace(/[-;\s].*/, '');
  const weight = /;\s*q=(.*)/.exec(part)?.[1] ?? '1';
  return { name, weight: Number(weight) };
}

/** Returns the best supported language for an `Accept-Language` header, or English. */
export function preferredLanguage(header = ''): Language {
  const names = header
    .toLowerCase()
    .split(',')
    .map(parseRange)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
  return names.flatMap((name) => LANGUAGES.filter((language) => language === name))[0] ?? 'en';
}
