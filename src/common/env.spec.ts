import { randomBytes } from 'node:crypto';
import { env, isLoopback, SettingsError } from './env.js';

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

  it('reads settings, and treats an empty variable as unset', () => {
    expect(env({ PORT: '8080', DEMO: '0', PUBLIC_URL: 'https://a.example/', JWT_SECRET: '' })).toMatchObject({
      PORT: 8080,
      DEMO: false,
      PUBLIC_URL: 'https://a.example',
    });
  });

  it('reads the trusted proxies', () => {
    expect(env({ TRUST_PROXY: '10.0.0.0/8, ::1,fd00::/8' })).toMatchObject({
      TRUST_PROXY: ['10.0.0.0/8', '::1', 'fd00::/8'],
    });
  });

  it('reads the origins that may frame the portal', () => {
    const EMBED_ORIGINS = 'https://app.example.com, https://a.example:8443,http://localhost:5173';
    expect(env({ EMBED_ORIGINS }).EMBED_ORIGINS).toEqual([
      'https://app.example.com',
      'https://a.example:8443',
      'http://localhost:5173',
    ]);
  });

  it('accepts 0 as no public limit', () => {
    expect(env({ RATE_LIMIT_PUBLIC: '0' })).toMatchObject({ RATE_LIMIT_PUBLIC: 0 });
  });

  it.each([
    'https://platform.example/jwks.json',
    'http://localhost:9/k',
    'http://127.0.0.1/k',
    'http://[::1]:9/k',
  ])('accepts a key URL: %s', (url) => {
    expect(env({ JWT_JWKS_URL: url }).JWT_JWKS_URL).toBe(url);
  });

  it('reads the allowed webhook hosts and the retry delays', () => {
    const set = {
      WEBHOOK_ALLOW: '127.0.0.1:80, Hooks.Internal:443,[::1]:9000',
      WEBHOOK_RETRY_SECONDS: '0, 1,2',
    };
    expect(env(set)).toMatchObject({
      WEBHOOK_ALLOW: ['127.0.0.1:80', 'hooks.internal:443', '[::1]:9000'],
      WEBHOOK_RETRY_SECONDS: [0, 1, 2],
    });
  });

  it.each([
    ['JOBS', 'perhaps'],
    ['WEBHOOK_ALLOW', '127.0.0.1'],
    ['WEBHOOK_ALLOW', '127.1:80'],
    ['WEBHOOK_ALLOW', 'http://127.0.0.1:80'],
    ['WEBHOOK_ALLOW', 'a:80,'],
    ['WEBHOOK_ALLOW', 'a:0'],
    ['WEBHOOK_ALLOW', 'a:99999'],
    ['WEBHOOK_ALLOW', '*:80'],
    ['WEBHOOK_RETRY_SECONDS', '5,x'],
    ['WEBHOOK_RETRY_SECONDS', '-5'],
    ['WEBHOOK_RETRY_SECONDS', '1.5'],
    ['WEBHOOK_RETRY_SECONDS', '5,'],
    ['WEBHOOK_RETRY_SECONDS', '604801'],
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'postgres://me:pw%ZZ@localhost/x'],
    ['DATABASE_POOL', '0'],
    ['JWT_SECRET', 'short'],
    ['JWT_JWKS_URL', 'http://platform.example/jwks.json'],
    ['JWT_JWKS_URL', 'http://localhost.platform.example/jwks.json'],
    ['JWT_JWKS_URL', 'https://me:secret@platform.example/jwks.json'],
    ['JWT_JWKS_URL', 'file:///etc/jwks.json'],
    ['JWT_JWKS_URL', 'https://'],
    ['DATA_KEY', 'short'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.1, proxy.example'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['EMBED_ORIGINS', '*'],
    ['EMBED_ORIGINS', 'https://*.example.com'],
    ['EMBED_ORIGINS', 'http://app.example.com'],
    ['EMBED_ORIGINS', 'https://app.example.com/'],
    ['EMBED_ORIGINS', 'https://app.example.com:443'],
    ['EMBED_ORIGINS', 'https://APP.example.com'],
    ['EMBED_ORIGINS', 'https://me@app.example.com'],
    ['EMBED_ORIGINS', 'https://a.example;script-src'],
    ['EMBED_ORIGINS', "https://a.example 'unsafe-inline'"],
    ['EMBED_ORIGINS', "'self'"],
    ['EMBED_ORIGINS', 'https://a.example,'],
    ['EMBED_ORIGINS', 'data:'],
    ['RETURN_ORIGINS', '*'],
    ['RETURN_ORIGINS', 'http://app.example.com'],
    ['RETURN_ORIGINS', 'https://app.example.com/account'],
    ['RETURN_ORIGINS', 'javascript:'],
    ['HSTS_INCLUDE_SUBDOMAINS', 'perhaps'],
    ['RATE_LIMIT_PUBLIC', '-1'],
    ['RATE_LIMIT_PUBLIC', '1.5'],
    ['RATE_LIMIT_PUBLIC', 'many'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'perhaps'],
  ])('names %s when it is %j, in one line', (name, value) => {
    const read = (): unknown => env({ [name]: value });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(new RegExp(`^Invalid settings\\. ${name}: [^\\n]+$`));
  });

  describe.each(['JWT_SECRET', 'DATA_KEY'])('accepts a published %s', (name) => {
    const known = { [name]: 'a-secret-for-development-only-0123456789' };

    it.each(['127.0.0.1', '::1', 'localhost'])('for HOST=%s', (HOST) => {
      expect(env({ ...known, HOST })).toMatchObject(known);
    });

    it.each(['0.0.0.0', '::', '10.0.0.1', 'referrals.internal'])('not for HOST=%s', (HOST) => {
      const read = (): unknown => env({ ...known, HOST });
      expect(read).toThrow(
        new RegExp(`^Invalid settings\\. ${name}: is a published secret, which is allowed[^\\n]+$`),
      );
      expect(read).toThrow(/^((?!development).)*$/s);
      expect(() => env({ HOST, [name]: 'x'.repeat(40) })).toThrow(SettingsError);
      expect(env({ HOST, [name]: randomBytes(32).toString('hex') })).toMatchObject({ HOST });
    });
  });

  it('never repeats a secret', () => {
    expect(() => env({ JWT_SECRET: 'hunter2' })).toThrow(/^((?!hunter2).)*$/s);
  });
});

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
