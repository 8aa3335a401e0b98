// Checks that the test of every promise in docs/security.md exists, by its file and title.
import { existsSync, readFileSync } from 'node:fs';

const PAGE = 'docs/security.md';
const FEWEST = 100;

/** Matches the rows of the tables: `| promise | test/e2e/x.spec.ts | title |`. A pipe in a title is written `\|`. */
const rows = readFileSync(PAGE, 'utf8')
  .split('\n')
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
  .filter(([, , file]) => /^`(src|test|web)\/.*\.spec\.ts`$/.test(file ?? ''))
  .map(([, promise, file, title]) => ({ promise, file: file.slice(1, -1), title }));

/** Prettier may wrap a line, but never a title; quotes in a title are escaped as its own quotes need. */
const titled = (source, title) =>
  [title, title.replaceAll("'", "\\'"), title.replaceAll('"', '\\"')].some((text) => source.includes(text));

const faults = rows.flatMap(({ promise, file, title }) => {
  if (promise === '' || title === '') return [`a row without a promise or a title: ${file}`];
  if (!existsSync(file)) return [`no such file: ${file} (${promise})`];
  return titled(readFileSync(file, 'utf8'), title) ? [] : [`no such test: ${file} › ${title}`];
});
if (rows.length < FEWEST) faults.push(`only ${rows.length} promises were read`);

for (const fault of faults) process.stderr.write(`${PAGE}: ${fault}\n`);
process.stdout.write(`${rows.length} promises, each with its test\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
