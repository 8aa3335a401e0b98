// Checks that every optional platform package of a locked package is locked too. If one is missing, `npm install` reports
// nothing, and `npm ci` refuses the lock file later on another machine.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Looks up a package as npm does: in the package's own node_modules first, then in each one above. */
function isLocked(place, name) {
  for (
    let at = place;
    ;
    at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : ''
  ) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
}

const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(place, name))
    .map((name) => `${place === '' ? 'package.json' : place} names ${name}, which is not locked`),
);
const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'));
for (const [place] of named) missing.push(`${place} names the host it came from`);

for (const line of missing) process.stderr.write(`${line}\n`);
process.exitCode = missing.length === 0 ? 0 : 1;
