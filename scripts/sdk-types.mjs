// Writes the types of the client, sdk/src/schema.ts, from openapi.json. They are built and not committed: `npm run build`,
// `npm run check` and `npm run openapi` write them where they are missing or older than openapi.json.
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.dirname(import.meta.dirname);
const TYPES = path.join(ROOT, 'sdk/src/schema.ts');
const SOURCES = ['openapi.json', 'package-lock.json', 'scripts/sdk-types.mjs'];
const HEADER = '// Made from openapi.json by scripts/sdk-types.mjs; changes by hand are lost.\n\n';

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : -1);

const newest = Math.max(...SOURCES.map((file) => modified(path.join(ROOT, file))));
if (modified(TYPES) < newest) {
  const { default: openapiTS, astToString } = await import('openapi-typescript'); // it loads TypeScript: a second
  const document = JSON.parse(readFileSync(path.join(ROOT, 'openapi.json'), 'utf8'));
  const types = await openapiTS(document, { defaultNonNullable: false });
  writeFileSync(TYPES, HEADER + astToString(types));
  utimesSync(TYPES, new Date(), Math.ceil(newest / 1000)); // as old as its source, so that the pages are not built again for it
}
