import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const RESULTS = 'bench/results.md';

/** A section of the file, written by a benchmark of its own. */
type Section = 'floor' | 'neighbours';

/** Replaces one section of `bench/results.md`, between its markers. */
export function writeSection(section: Section, text: string): void {
  const [begin, end] = [`<!-- ${section} -->`, `<!-- end of ${section} -->`];
  const now = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# How fast it is\n';
  const [from, to] = [now.indexOf(begin), now.indexOf(end)];
  const [before, after] =
    from === -1 || to === -1
      ? [`${now.trimEnd()}\n\n`, '\n']
      : [now.slice(0, from), now.slice(to + end.length)];
  writeFileSync(RESULTS, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}
