// Writes the table of API key scopes in docs/keys-and-tokens.md from openapi.json. Runs after `npm run openapi`.
// With `--check` it writes nothing and fails when the table is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const PAGE = 'docs/keys-and-tokens.md';
const [BEGIN, END] = ['<!-- scopes: written by `npm run openapi` -->', '<!-- /scopes -->'];
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const SCOPES = ['read', 'enroll', 'redeem', 'admin'];
const NO_KEY = 'no key';

/** Returns the scope that an operation needs: `NO_KEY` if it needs an admin in person, undefined if it is not an admin's. */
function scopeOf({ security = [] }) {
  const key = security.find((requirement) => 'api_key' in requirement);
  if (key !== undefined) return key.api_key[0];
  return security.some((requirement) => 'tenant_admin' in requirement) ? NO_KEY : undefined;
}

const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8'));
const operations = Object.entries(paths).flatMap(([path, item]) =>
  METHODS.filter((method) => method in item).map((method) => ({
    scope: scopeOf(item[method]),
    name: `${method.toUpperCase()} ${path}`,
    inPerson: item[method]['x-in-person-fields'] ?? [],
  })),
);
const rows = [...SCOPES, NO_KEY].flatMap((scope) =>
  operations
    .filter((operation) => operation.scope === scope)
    .map(({ name, inPerson }) => {
      const cell = scope === NO_KEY ? scope : `\`${scope}\``;
      return `| ${cell} | \`${name}\` | ${inPerson.map((field) => `\`${field}\``).join(', ')} |`;
    }),
);
const told = operations.filter(({ scope }) => scope !== undefined);
if (rows.length !== told.length) throw new Error('An operation needs a scope that is missing from SCOPES.');

const page = readFileSync(PAGE, 'utf8');
const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
if (before === -1 || after < before) throw new Error(`${PAGE} has no ${BEGIN} … ${END}`);
const table = ['| scope | operation | not in its body |', '| --- | --- | --- |', ...rows].join('\n');
const written = await format(`${page.slice(0, before)}${BEGIN}\n\n${table}\n\n${page.slice(after)}`, {
  ...(await resolveConfig(PAGE)),
  filepath: PAGE,
});
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, written);
} else if (page !== written) {
  process.stderr.write(`${PAGE} is out of date: npm run openapi\n`);
  process.exitCode = 1;
}
