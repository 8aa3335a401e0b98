// `npm run test:mutants`: puts small faults into the pure rules, one at a time, and runs the specs beside each rule
// (StrykerJS). An unnoticed fault is a gap in the tests, or has no effect. Arguments select files:
// `npm run test:mutants -- src/common money`. A full run takes about an hour, so it is not part of CI.
// Prints the table of docs/testing.md, and fails if fewer than 95 % of the faults are noticed.
import { Stryker } from '@stryker-mutator/core';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { preparePackages } from './prepare.mjs';

const GOAL = 95;
/** The folders with rules: the business rooms, `common`, and the rules of authorization. */
const ROOMS =
  /^src\/(common|config|core\/auth|customer|edge|enrollment|events|promo|redemption|referral|reports|reward|tenant)\//;
/** A file without a role in its name. */
const RULE = /\/[a-z-]+\.ts$/;
/** Rules that are also tested through another rule. */
const TESTED_BY = {
  'src/customer/import/seen-rows.ts': 'src/customer/import/import-plan.spec.ts',
  'src/reports/preview/program-replay.ts': 'src/reports/preview/comparison.properties.spec.ts',
};
/** Rules with specs that measure the time for files of several megabytes, which is too long to run a hundred times. */
const TOO_HEAVY = ['src/customer/import/customer-file.ts'];
const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];

/** Returns the specs of a rule, such as `money.spec.ts` and `pricing.properties.spec.ts`. */
function specsOf(rule) {
  const folder = path.dirname(rule);
  const own = new RegExp(`^${path.basename(rule, '.ts')}(\\.[a-z]+)?\\.spec\\.ts$`);
  const beside = readdirSync(folder).filter((name) => own.test(name));
  const specs = beside.map((name) => `${folder}/${name}`);
  return rule in TESTED_BY ? [...specs, TESTED_BY[rule]] : specs;
}

/** Puts every fault into one rule, in a copy of the tree. */
function faultsIn(rule) {
  return new Stryker({
    mutate: [rule],
    testRunner: 'jest',
    jest: {
      projectType: 'custom',
      configFile: 'test/support/jest-mutants.config.mjs',
      enableFindRelatedTests: false,
      config: { testMatch: specsOf(rule).map((spec) => `<rootDir>/${spec}`) },
    },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    ignorePatterns: ['/.*', '/bench', '/dist', '/docker', '/docs', '/sdk', '/test/e2e', '/web'],
    tempDirName: '.data/mutants',
    reporters: [],
    logLevel: 'error',
    allowConsoleColors: false,
    warnings: false,
  }).runMutationTest();
}

/** Formats a fault with its place and its line. */
function formatFault({ location, mutatorName, replacement }, lines) {
  const { start } = location;
  const line = (lines[start.line - 1] ?? '').trim();
  return `  ${start.line}:${start.column} ${mutatorName}: ${line} → ${String(replacement).replace(/\s+/g, ' ').slice(0, 80)}`;
}

preparePackages({ tools: true });
const wanted = process.argv.slice(2);
const rules = readdirSync('src', { recursive: true })
  .map((name) => `src/${name.split(path.sep).join('/')}`)
  .filter((name) => ROOMS.test(name) && RULE.test(name) && specsOf(name).length > 0)
  .filter((name) => !TOO_HEAVY.includes(name))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();

const rows = [];
const all = { noticed: 0, faults: 0 };
for (const rule of rules) {
  const results = await faultsIn(rule);
  const unnoticed = results.filter(({ status }) => UNNOTICED.includes(status));
  const noticed = results.filter(({ status }) => NOTICED.includes(status)).length;
  const faults = noticed + unnoticed.length;
  process.stdout.write(`${rule}: ${noticed} of ${faults}\n`);
  const lines = readFileSync(rule, 'utf8').split('\n');
  for (const fault of unnoticed) process.stdout.write(`${formatFault(fault, lines)}\n`);
  all.noticed += noticed;
  all.faults += faults;
  if (faults > 0) rows.push([`\`${rule.slice('src/'.length)}\``, faults, noticed, unnoticed.length || '']);
}
const percent = (100 * all.noticed) / all.faults;
rows.push([
  `all ${rows.length}`,
  all.faults,
  `${all.noticed} (${percent.toFixed(1)} %)`,
  all.faults - all.noticed,
]);
process.stdout.write('\n| rule | faults | noticed | not |\n| --- | ---: | ---: | ---: |\n');
for (const row of rows) process.stdout.write(`| ${row.join(' | ')} |\n`);
process.exitCode = percent >= GOAL ? 0 : 1;
