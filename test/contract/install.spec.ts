import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { env } from '../../src/common/env.js';
import { isPublishedSecret } from '../../src/common/published-secrets.js';

interface ComposeService {
  readonly environment?: Record<string, string>;
  readonly ports?: string[];
  readonly healthcheck?: { readonly test?: string[]; readonly disable?: boolean };
  readonly build?: string;
}

const read = (file: string): string => readFileSync(file, 'utf8');
const compose = read('docker-compose.yml');
const { services } = parse(compose) as { services: Record<string, ComposeService> };
const SECRETS = ['DATA_KEY', 'JWT_SECRET', 'OWNER_PASSWORD', 'SERVICE_PASSWORD'];

/** `${NAME:?why}` and `${NAME:-default}`, as Compose reads them. */
const variables = [...compose.matchAll(/\$\{(\w+)(?::([?-])([^}]*))?\}/g)].map(
  ([, name = '', how, text = '']) => ({
    name,
    how,
    text,
  }),
);

/** What a setting is when `.env` holds nothing but the secrets. */
const filled = (text: string): string =>
  text.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, how, otherwise: string) =>
    how === '?' ? `made-for-${name}`.padEnd(64, 'x') : otherwise,
  );

describe('docker-compose.yml', () => {
  it('publishes every port to this machine only', () => {
    const ports = Object.values(services).flatMap(({ ports: published = [] }) => published);
    expect(ports).toEqual(['127.0.0.1:3000:3000']);
    expect(JSON.stringify(services)).not.toMatch(/network_mode|"HOST"/);
  });

  it('has no default for a secret: it demands each, and says how to make it', () => {
    const demanded = variables.filter(({ how }) => how === '?');
    expect([...new Set(demanded.map(({ name }) => name))].sort()).toEqual(SECRETS);
    for (const { text } of demanded) expect(text).toMatch(/\.env.*openssl rand -hex 32/);
    const others = variables.filter(({ how }) => how !== '?').map(({ name }) => name);
    expect(others.filter((name) => /SECRET|KEY|PASSWORD|TOKEN/.test(name))).toEqual([]);
  });

  it('gives the service settings that it takes: data apart from tokens, no demo, no proxy that is believed', () => {
    const given = Object.entries(services.service?.environment ?? {}).map(([name, text]) => [
      name,
      filled(text),
    ]);
    const settings = env({ ...(Object.fromEntries(given) as Record<string, string>), HOST: '0.0.0.0' });
    expect(settings).toMatchObject({ DEMO: false });
    expect(settings.TRUST_PROXY).toBeUndefined();
    expect(settings.DATA_KEY).not.toBe(settings.JWT_SECRET);
    expect(new URL(settings.DATABASE_URL ?? '').username).toBe('referral_service');
  });

  it.each(['database', 'service'])('asks its %s how it is', (name) => {
    expect(services[name]?.healthcheck?.test?.[0]).toBe('CMD');
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile').replace(/\\\n/g, '');
  const [, check = '[]'] = /^HEALTHCHECK .*CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  const [program, ...args] = JSON.parse(check) as string[];

  it('runs as nobody of importance, and has what it asks itself by', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect([program, args[0]]).toEqual(['node', '-e']);
    expect(services.service?.healthcheck?.test?.slice(1, 3)).toEqual([program, args[0]]);
  });

  it.each([
    [200, true],
    [503, false],
  ])('takes %i of /health/ready for healthy: %s', async (status, healthy) => {
    const server = http.createServer(({ url }, reply) =>
      reply.writeHead(url === '/health/ready' ? status : 404).end(),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const [, , own = ''] = services.service?.healthcheck?.test?.slice(1) ?? [];
    for (const script of [args[1] ?? '', own.replace(':3000/', `:${port}/`)]) {
      const asked = promisify(execFile)(process.execPath, ['-e', script], { env: { PORT: String(port) } });
      expect(
        await asked.then(
          () => true,
          () => false,
        ),
      ).toBe(healthy);
    }
    server.close();
  });

  it('holds no settings of those who build it', () => {
    for (const file of ['.gitignore', '.dockerignore']) expect(read(file).split('\n')).toContain('.env');
  });
});

describe('a secret that everybody can read', () => {
  const MIN_LENGTH = 32;
  /** Where a secret is given a value, in any of the languages of the tree. */
  const GIVEN =
    /(?:secret|data_?key|password)\w*["']?(?: ?[:=] ?| ?\?\? ?|:-|\()(?:["'`]([^"'`\n]{32,})["'`]|([\w.~+/=-]{32,}))/gi;
  /** What says of itself that it is one. */
  const NAMED = /(?<![\w./$-])[a-z\d]+(?:-[a-z\d]+)*-(?:secret|key|password)-[a-z\d-]+/g;

  const files = ['.', '.ci', 'bench', 'docker', 'docs', 'scripts', 'sdk', 'src', 'test', 'web']
    .flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true, recursive: folder !== '.' })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    )
    .filter((file) => /\.(tsx?|[cm]?js|json|md|ya?ml|sh|html)$|file$|^\.ci/.test(file))
    .filter(
      (file) => !/node_modules|package-lock\.json|published-secrets\.ts$|install\.spec\.ts$/.test(file),
    );

  const published = files.flatMap((file) => {
    const text = read(file);
    return [...text.matchAll(GIVEN), ...text.matchAll(NAMED)]
      .map(([all, quoted, plain]) => quoted ?? plain ?? all)
      .filter((secret) => secret.length >= MIN_LENGTH && !secret.includes('${'))
      .map((secret) => ({ file, secret }));
  });

  it('is looked for where some are known to be', () => {
    const seen = published.map(({ secret }) => secret);
    expect(seen).toContain('a-test-secret-of-at-least-32-characters');
    expect(seen).toContain('the-secret-of-the-service-under-browser-test');
    expect(seen).toContain('nothing is signed with this, or checked');
    expect(seen).toContain('telling-data-key-of-at-least-32-characters');
  });

  it('is known as one, so that no service takes it beyond its own machine', () => {
    expect(published.filter(({ secret }) => !isPublishedSecret(secret))).toEqual([]);
  });

  it.each(['a-secret-for-development-only-0123456789', 'x'.repeat(32), 'service-password-for-development'])(
    'was one once, and stays one: %s',
    (secret) => {
      expect(isPublishedSecret(secret)).toBe(true);
    },
  );
});
