// Prints how much script each surface loads, gzipped, and fails when one exceeds its budget. Counted are the entry's
// chunks and those of its largest page, with everything that the page may load later.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const OUTPUT = 'dist/web';
const BUDGETS = {
  'dashboard.html': 200_000,
  'portal.html': 120_000,
  'enroll.html': 120_000,
  'src/embed/embed.ts': 5000,
};

const manifest = JSON.parse(readFileSync(path.join(OUTPUT, '.vite/manifest.json'), 'utf8'));

/** Collects a chunk and all that it imports; with `lazy`, also its dynamic imports. */
function needed(key, lazy, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  const { imports = [], dynamicImports = [] } = manifest[key];
  for (const next of [...imports, ...(lazy ? dynamicImports : [])]) needed(next, lazy, found);
  return found;
}

const gzipped = (keys) =>
  [...keys].reduce((sum, key) => {
    const { file } = manifest[key];
    return (
      sum + (file.endsWith('.js') ? gzipSync(readFileSync(path.join(OUTPUT, file)), { level: 9 }).length : 0)
    );
  }, 0);

let failed = false;
for (const [surface, budget] of Object.entries(BUDGETS)) {
  const first = needed(surface, false);
  const pages = [...first].flatMap((key) => manifest[key].dynamicImports ?? []);
  // Chunks already loaded are not followed again: a page imports from the frame, which may import every other page.
  const loads = [first, ...pages.map((page) => needed(page, true, new Set(first)))];
  const bytes = Math.max(...loads.map(gzipped));
  failed ||= bytes > budget;
  const verdict = bytes > budget ? 'OVER  ' : 'ok    ';
  const name = path.basename(surface).replace(/\.\w+$/, '');
  process.stdout.write(
    `${verdict} ${name.padEnd(10)} ${(bytes / 1000).toFixed(1).padStart(6)} kB of script, gzipped; budget ${budget / 1000} kB\n`,
  );
}
process.exitCode = failed ? 1 : 0;
