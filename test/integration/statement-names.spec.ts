import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** PostgreSQL keeps one statement under a name, and pg refuses another under the same: on a connection that met both. */
it('no two statements of the sources share a name', () => {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => {
      const source = readFileSync(path.join('src', file), 'utf8');
      return [...source.matchAll(/\bname: '(\w+)',\s+(?:text|table): /g)].map(([, name]) => name);
    });
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
