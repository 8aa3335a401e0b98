const LANGUAGES = ['en', 'es'] as const;
/** What the pages are written in. */
export type Language = (typeof LANGUAGES)[number];

/** One of `accept-language`: `es-MX;q=0.8`. */
function parseRange(part: string): { name: string; weight: number } {
  const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const [, weight = '1'] = /^q=(.*)$/.exec(parameters.join(';')) ?? [];
  return { name: range.split('-')[0] ?? '', weight: Number(weight) };
}

/** The language of ours that a browser would rather have; English where it has no wish that we know. */
export function preferredLanguage(header = ''): Language {
  const names = header
    .split(',')
    .map(parseRange)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
  return names.flatMap((name) => LANGUAGES.filter((language) => language === name))[0] ?? 'en';
}
