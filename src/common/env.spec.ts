import { randomBytes } from 'node:crypto';
import { childEnv, env, type Env, isLoopback, SettingsError } from './env.js';

describe('env', () => {
  it('has a default for every setting', () => {
    expect(env({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_POOL: 10,
      JWT_ISSUER: 'referrals',
      EMBED_ORIGINS: [],
      RETURN_ORIGINS: [],
      HSTS_INCLUDE_SUBDOMAINS: false,
      RATE_LIMIT_PUBLIC: 120,
      RATE_LIMIT_TENANT: 12_000,
      JOBS: true,
      WEBHOOK_ALLOW: [],
      WEBHOOK_RETRY_SECONDS: [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
      LOG_LEVEL: 'info',
    });
  });

  it('treats an empty variable as unset', () => {
    expect(env({ HOST: '', JWT_SECRET: '', JWT_ISSUER: '', PORT: '' })).toEqual(env({}));
  });

  /** What each setting accepts, at its limits and in every notation. */
  const ACCEPTED: [name: keyof Env, text: string, value: unknown][] = [
    ['PORT', '0', 0],
    ['PORT', '65535', 65_535],
    ['DATABASE_URL', 'postgres://me:p%40ss@localhost/x', 'postgres://me:p%40ss@localhost/x'],
    ['DATABASE_URL', 'postgresql://localhost/x', 'postgresql://localhost/x'],
    ['DATABASE_POOL', '1', 1],
    ['DATABASE_POOL', '500', 500],
    ['DATA_KEY', 'k'.repeat(32), 'k'.repeat(32)],
    ['TRUST_PROXY', '10.0.0.0/8, ::1,fd00::/16', ['10.0.0.0/8', '::1', 'fd00::/16']],
    ['TRUST_PROXY', '10.0.0.1/32,::1/128,0.0.0.0/0', ['10.0.0.1/32', '::1/128', '0.0.0.0/0']],
    ['JOBS', 'false', false],
    [
      'WEBHOOK_ALLOW',
      '127.0.0.1:80, Hooks.Internal:443,[::1]:9000',
      ['127.0.0.1:80', 'hooks.internal:443', '[::1]:9000'],
    ],
    ['WEBHOOK_ALLOW', 'a-b.c:65535', ['a-b.c:65535']],
    ['WEBHOOK_RETRY_SECONDS', '0, 15,604800', [0, 15, 604_800]],
    ['JWT_SECRET', 's'.repeat(32), 's'.repeat(32)],
    ['JWT_JWKS_URL', 'https://platform.example/jwks.json', 'https://platform.example/jwks.json'],
    ['JWT_JWKS_URL', 'http://localhost:9/k', 'http://localhost:9/k'],
    ['JWT_JWKS_URL', 'http://127.0.0.1/k', 'http://127.0.0.1/k'],
    ['JWT_JWKS_URL', 'http://[::1]:9/k', 'http://[::1]:9/k'],
    ['JWT_ISSUER', 'https://id.example', 'https://id.example'],
    ['PUBLIC_URL', 'http://a.example/app//', 'http://a.example/app'],
    ['PUBLIC_URL', 'https://a.example/', 'https://a.example'],
    [
      'EMBED_ORIGINS',
      'https://app.example.com, https://a-1.example:8443,http://localhost:5173',
      ['https://app.example.com', 'https://a-1.example:8443', 'http://localhost:5173'],
    ],
    ['RETURN_ORIGINS', 'http://127.0.0.1', ['http://127.0.0.1']],
    ['HSTS_INCLUDE_SUBDOMAINS', '1', true],
    ['RATE_LIMIT_PUBLIC', '0', 0],
    ['RATE_LIMIT_PUBLIC', '1000000', 1_000_000],
    ['RATE_LIMIT_TENANT', '0', 0],
    ['RATE_LIMIT_TENANT', '10000000', 10_000_000],
    ['LOG_LEVEL', 'silent', 'silent'],
    ['DEMO', '0', false],
  ];

  it.each(ACCEPTED)('accepts %s=%s', (name, text, value) => {
    expect(env({ [name]: text })[name]).toEqual(value);
  });

  const POSTGRES = 'must be a postgres:// URL';
  const ENCODED = 'must be a postgres:// URL with special characters percent-encoded';
  const SHORT = 'must have at least 32 characters';
  const PROXIES = 'must be addresses or ranges such as 10.0.0.0/8, separated by commas';
  const PLACES = 'must be host:port, separated by commas';
  const DELAYS = 'must be seconds, at most 604800, separated by commas';
  const KEYS = 'must be an https:// URL without a password; http:// only on localhost';
  const PAGES = 'must be an http:// or https:// URL';
  const oneOf = (words: string): string =>
    `Invalid option: expected one of ${words.replace(/\w+/g, '"$&"').replaceAll(' ', '|')}`;
  const YES_OR_NO = oneOf('true 1 yes on y enabled false 0 no off n disabled');
  const LEVELS = oneOf('fatal error warn info debug trace silent');
  const ORIGINS =
    'must be origins such as https://app.example.com, separated by commas; http:// only on localhost';

  /** What each setting refuses, just beyond its limits and in notations that come close. */
  const REFUSED: [name: keyof Env, texts: string[], reason: string][] = [
    ['PORT', ['eighty'], 'Invalid input: expected number, received NaN'],
    ['PORT', ['-1'], 'Too small: expected number to be >=0'],
    ['PORT', ['65536'], 'Too big: expected number to be <=65535'],
    ['PORT', ['80.5'], 'Invalid input: expected int, received number'],
    [
      'DATABASE_URL',
      ['mysql://localhost/x', 'xpostgres://localhost/x', 'postgresx://localhost/x', 'localhost'],
      POSTGRES,
    ],
    ['DATABASE_URL', ['postgres://me:pw%ZZ@localhost/x'], ENCODED],
    ['DATABASE_POOL', ['0'], 'Too small: expected number to be >=1'],
    ['DATABASE_POOL', ['501'], 'Too big: expected number to be <=500'],
    ['DATABASE_POOL', ['1.5'], 'Invalid input: expected int, received number'],
    ['DATA_KEY', ['short', 'k'.repeat(31)], SHORT],
    ['TRUST_PROXY', ['true', '10.0.0.1, proxy.example', '10.0.0.1,', '10.0.0.0/8/8'], PROXIES],
    ['TRUST_PROXY', ['10.0.0.0/33', '::1/129', '10.0.0.0/', '10.0.0.0/ 8', '10.0.0.0/8e0'], PROXIES],
    ['JOBS', ['perhaps'], YES_OR_NO],
    ['WEBHOOK_ALLOW', ['127.0.0.1', '127.1:80', 'http://127.0.0.1:80', 'a:80,', '[::1:80'], PLACES],
    ['WEBHOOK_ALLOW', ['a:0', 'a:080', 'a:65536', 'a:99999', '*:80', '*.a:80', 'a:80/b', 'b@a:80'], PLACES],
    ['WEBHOOK_RETRY_SECONDS', ['5,x', '-5', '1.5', '5,', '604801', '1e3'], DELAYS],
    ['JWT_SECRET', ['short', 's'.repeat(31)], SHORT],
    ['JWT_JWKS_URL', ['https://', 'keys'], 'must be an https:// URL'],
    ['JWT_JWKS_URL', ['http://platform.example/k', 'http://localhost.platform.example/k'], KEYS],
    [
      'JWT_JWKS_URL',
      ['https://me:secret@a.example/k', 'https://me@a.example', 'https://:pw@a.example'],
      KEYS,
    ],
    ['JWT_JWKS_URL', ['file:///etc/jwks.json', 'ftp://localhost/k'], KEYS],
    ['PUBLIC_URL', ['javascript:alert(1)', 'xhttp://a.example', 'httpsx://a.example', 'a.example'], PAGES],
    ['EMBED_ORIGINS', ['*', 'https://*.example.com', 'http://app.example.com', 'data:', "'self'"], ORIGINS],
    [
      'EMBED_ORIGINS',
      ['https://app.example.com/', 'https://app.example.com:443', 'https://a.example,'],
      ORIGINS,
    ],
    ['EMBED_ORIGINS', ['https://APP.example.com', 'https://me@app.example.com', 'ftp://localhost'], ORIGINS],
    ['EMBED_ORIGINS', ['https://a.example;script-src', "https://a.example 'unsafe-inline'"], ORIGINS],
    ['EMBED_ORIGINS', ['https://a:99999', 'http://localhost.example'], ORIGINS],
    ['RETURN_ORIGINS', ['*', 'http://app.example.com', 'https://a.example/account', 'javascript:'], ORIGINS],
    ['HSTS_INCLUDE_SUBDOMAINS', ['perhaps'], YES_OR_NO],
    ['RATE_LIMIT_PUBLIC', ['-1'], 'Too small: expected number to be >=0'],
    ['RATE_LIMIT_PUBLIC', ['1000001'], 'Too big: expected number to be <=1000000'],
    ['RATE_LIMIT_PUBLIC', ['1.5'], 'Invalid input: expected int, received number'],
    ['RATE_LIMIT_TENANT', ['-1'], 'Too small: expected number to be >=0'],
    ['RATE_LIMIT_TENANT', ['10000001'], 'Too big: expected number to be <=10000000'],
    ['RATE_LIMIT_TENANT', ['many'], 'Invalid input: expected number, received NaN'],
    ['LOG_LEVEL', ['loud'], LEVELS],
    ['DEMO', ['perhaps'], YES_OR_NO],
  ];
  const refused = REFUSED.flatMap(([name, texts, reason]) =>
    texts.map((text) => [name, text, reason] as const),
  );

  it.each(refused)('names %s when it is %j, in one line', (name, text, reason) => {
    expect(refusalOf({ [name]: text })).toBe(`Invalid settings. ${name}: ${reason}`);
  });

  it('names every setting that it refuses', () => {
    expect(refusalOf({ JWT_SECRET: 'hunter2', DATA_KEY: 'short' })).toBe(
      `Invalid settings. DATA_KEY: ${SHORT}; JWT_SECRET: ${SHORT}`,
    );
  });

  const PUBLISHED =
    'is a published secret, which is allowed with HOST=127.0.0.1 only; generate one with: openssl rand -hex 32';
  const DEVELOPMENT = 'a-secret-for-development-only-0123456789';

  describe.each([
    ['JWT_SECRET', DEVELOPMENT, randomBytes(32).toString('hex')],
    ['JWT_SECRET', 'x'.repeat(40), randomBytes(32).toString('hex')],
    ['DATA_KEY', DEVELOPMENT, randomBytes(32).toString('hex')],
    [
      'DATABASE_URL',
      'postgres://me:owner-password-for-developmen%74@localhost/x',
      'postgres://me:p%40ss@localhost/x',
    ],
  ])('accepts a published %s (%s)', (name, known, own) => {
    it.each(['127.0.0.1', '::1', 'localhost'])('for HOST=%s', (HOST) => {
      expect(env({ [name]: known, HOST })).toMatchObject({ [name]: known });
    });

    it.each(['0.0.0.0', '::', '10.0.0.1', 'referrals.internal'])('not for HOST=%s', (HOST) => {
      expect(refusalOf({ [name]: known, HOST })).toBe(`Invalid settings. ${name}: ${PUBLISHED}`);
      expect(env({ [name]: own, HOST })).toMatchObject({ [name]: own, HOST });
    });
  });

  it('refuses a database URL that cannot be decoded on any host', () => {
    expect(refusalOf({ HOST: '0.0.0.0', DATABASE_URL: 'postgres://me:pw%ZZ@localhost/x' })).toBe(
      `Invalid settings. DATABASE_URL: ${ENCODED}`,
    );
    expect(refusalOf({ HOST: '0.0.0.0', DATABASE_URL: 'localhost' })).toBe(
      `Invalid settings. DATABASE_URL: ${POSTGRES}`,
    );
  });
});

describe('childEnv', () => {
  it("passes this process's variables on, in the plain C locale", () => {
    expect(childEnv()).toMatchObject({ NODE_ENV: 'test', LC_ALL: 'C' });
  });
});

/** Returns why the settings are refused. */
function refusalOf(source: NodeJS.ProcessEnv): string {
  try {
    env(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error('The settings were accepted.');
}

describe('isLoopback', () => {
  it.each([
    ...[
      'localhost',
      'LocalHost',
      'localhost.',
      '127.0.0.1',
      '127.0.0.53',
      '127.255.255.254',
      '127.1',
      '0x7f.0.0.1',
    ],
    ...['2130706433', '0177.0.0.1', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1'],
  ])('is true for %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each([
    ...[
      '0.0.0.0',
      '0',
      '::',
      '[::]',
      '::0',
      '::ffff:0.0.0.0',
      '192.168.0.1',
      '10.0.0.1',
      '128.0.0.1',
      '126.255.255.255',
    ],
    ...[
      'fe80::1',
      'fd00::1',
      '2001:db8::1',
      '127.0.0.1.example.com',
      'localhost.example.com',
      'notlocalhost',
      '',
      '*',
    ],
  ])('is false for %j', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
