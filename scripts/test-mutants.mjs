// `npm run test:mutants`: puts small faults into the pure rules, one at a time, and runs the specs beside each rule
// (StrykerJS). A fault that goes unnoticed is a gap in the tests, or changes nothing. Arguments choose among the files:
// `npm run test:mutants -- src/common money`. All of it takes about half an hour, so it is no part of CI.
// It ends with the table of docs/testing.md, and fails when fewer than 95 % of the faults are noticed.
import { Stryker } from '@stryker-mutator/core';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { preparePackages } from './prepare.mjs';

const GOAL = 95;
/** Where rules are: the business rooms, what every room stands on, and what says who may call. */
const ROOMS =
  /^src\/(common|config|core\/auth|customer|edge|enrollment|events|promo|redemption|referral|reports|reward|tenant)\//;
/** A file without a role in its name. */
const RULE = /\/[a-z-]+\.ts$/;
/** Rules that are tested through the one that they are a part of. */
const TESTED_BY = {
  'src/customer/import/seen-rows.ts': 'src/customer/import/import-plan.spec.ts',
  'src/reports/preview/program-replay.ts': 'src/reports/preview/comparison.properties.spec.ts',
  'src/reports/preview/recorded-referral.ts': 'src/reports/preview/comparison.properties.spec.ts',
  'src/reports/preview/side-tally.ts': 'src/reports/preview/comparison.properties.spec.ts',
};
/** Its specs measure time with files of megabytes: too long to be run a hundred times. */
const TOO_HEAVY = ['src/customer/import/customer-file.ts'];
const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];

/** The specs of a rule: `money.spec.ts`, `pricing.properties.spec.ts`. */
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

/** A fault as somebody would look for it. */
function shown({ location, mutatorName, replacement }, lines) {
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
  const left = results.filter(({ status }) => UNNOTICED.includes(status));
  const noticed = results.filter(({ status }) => NOTICED.includes(status)).length;
  const faults = noticed + left.length;
  process.stdout.write(`${rule}: ${noticed} of ${faults}\n`);
  const lines = readFileSync(rule, 'utf8').split('\n');
  for (const fault of left) process.stdout.write(`${shown(fault, lines)}\n`);
  all.noticed += noticed;
  all.faults += faults;
  if (faults > 0) rows.push([`\`${rule.slice('src/'.length)}\``, faults, noticed, left.length || '']);
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
