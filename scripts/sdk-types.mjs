// Writes the types of the client from openapi.json. It runs after `npm run openapi`.
// With `--check` nothing is written: it fails when the types are not those of openapi.json.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const TYPES = 'sdk/src/schema.ts';
const HEADER = '// Made from openapi.json by `npm run openapi`; not to be changed by hand.\n\n';

const document = JSON.parse(readFileSync('openapi.json', 'utf8'));
const types = HEADER + astToString(await openapiTS(document, { defaultNonNullable: false }));
if (!process.argv.includes('--check')) {
  writeFileSync(TYPES, types);
} else if (readFileSync(TYPES, 'utf8') !== types) {
  process.stderr.write(`${TYPES} is not what openapi.json says: npm run openapi\n`);
  process.exitCode = 1;
}
