import { exportSPKI } from 'jose';
import { ISSUER, type Reply, SECRET, TestApp } from '../support/app.js';
import { atOnce, aTenant, statuses, type TestTenant } from '../support/factories.js';
import { type Algorithm, KeyServer, PlatformKey } from '../support/key-server.js';
import { expectProblem } from './expectations.js';
import { signed } from './tokens.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("tokens signed with the platform's private key", () => {
  let platform: KeyServer;
  let stranger: KeyServer;
  let app: TestApp;
  let tenant: TestTenant;
  let rsa: PlatformKey;
  let ec: PlatformKey;
  let ed: PlatformKey;
  let foreign: PlatformKey;
  /** The product's clock, ahead of ours: it only goes forward. */
  let ahead = 0;

  beforeAll(async () => {
    [platform, stranger, rsa, ec, ed, foreign] = await Promise.all([
      KeyServer.start(),
      KeyServer.start(),
      PlatformKey.make('RS256', 'rsa-1'),
      PlatformKey.make('ES256', 'ec-1'),
      PlatformKey.make('EdDSA', 'ed-1'),
      PlatformKey.make('RS256', 'rsa-1'), // the name of one of ours, but not the key
    ]);
    stranger.serve(foreign);
    app = await TestApp.start({ auth: { secret: SECRET, jwksUrl: platform.url, issuer: ISSUER } });
    tenant = await aTenant(app);
  });
  beforeEach(() => {
    platform.serve(rsa, ec, ed);
    passes(25 * HOUR); // whatever was known is forgotten
    platform.fetches = 0;
  });
  afterEach(() => {
    if (stranger.fetches > 0) throw new Error('It went where a stranger sent it.');
  });
  afterAll(async () => {
    await app.stop();
    await Promise.all([platform.stop(), stranger.stop()]);
  });

  const passes = (milliseconds: number): void => {
    ahead += milliseconds;
    app.setClockAhead(ahead);
  };
  const claims = (given: Record<string, unknown> = {}): Record<string, unknown> => {
    const now = Math.floor((Date.now() + ahead) / 1000);
    return { tenant_id: tenant.id, iat: now, exp: now + 600_000, ...given };
  };
  const seconds = (from: number): number => Math.floor((Date.now() + ahead) / 1000) + from;
  const call = (token: string): Promise<Reply> => app.get('/api/referrals/config', token);
  const keyOf = (alg: Algorithm): PlatformKey => ({ RS256: rsa, ES256: ec, EdDSA: ed })[alg];
  const expectLetIn = async (token: string): Promise<void> => {
    expect((await call(token)).status).toBe(200);
  };
  const expectRefused = async (token: string): Promise<void> => {
    const reply = await call(token);
    expectProblem(reply, 401, 'unauthenticated');
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  };
  const expectUnavailable = async (token: string): Promise<void> => {
    const reply = await call(token);
    expectProblem(reply, 503, 'keys_unavailable');
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  };

  describe.each<Algorithm>(['RS256', 'ES256', 'EdDSA'])('%s', (alg) => {
    it('are accepted, and the keys are fetched once for many', async () => {
      const token = keyOf(alg).sign(claims());
      expect(statuses(await atOnce(20, () => call(token)))).toEqual({ 200: 20 });
      expect(platform.fetches).toBe(1);
    });

    it.each<[string, () => Record<string, unknown>]>([
      ['of a wrong issuer', () => ({ iss: 'somebody-else' })],
      ['without an issuer', () => ({ iss: undefined })],
      ['of a wrong audience', () => ({ aud: 'admin' })],
      ['of two audiences', () => ({ aud: ['tenant-admin', 'customer'] })],
      ['without an audience', () => ({ aud: undefined })],
      ['without a subject', () => ({ sub: undefined })],
      ['expired for longer than clocks may differ', () => ({ exp: seconds(-31) })],
      ['without an expiry', () => ({ exp: undefined })],
      ['not yet valid', () => ({ nbf: seconds(35) })],
      ["of a tenant that is none of the platform's", () => ({ tenant_id: 'ten_none' })],
    ])('refuses one %s', async (_, flaw) => {
      await expectRefused(keyOf(alg).sign(claims(flaw())));
    });

    it('gives clocks thirty seconds', async () => {
      await expectLetIn(keyOf(alg).sign(claims({ exp: seconds(-20), nbf: seconds(20) })));
    });

    it('refuses one that was changed, or has lost its signature', async () => {
      const [head = '', body = '', signature = ''] = keyOf(alg).sign(claims()).split('.');
      const other = Buffer.from(JSON.stringify(claims({ iss: ISSUER, aud: 'platform', sub: 'x' })));
      await expectRefused([head, other.toString('base64url'), signature].join('.'));
      await expectRefused([head, body, ''].join('.'));
      await expectRefused([head, body].join('.'));
    });
  });

  it('still takes tokens by the secret, without asking for a key', async () => {
    await expectLetIn(tenant.admin);
    expect(platform.fetches).toBe(0);
  });

  describe('with a forged algorithm', () => {
    const now = (): Record<string, unknown> => claims({ iss: ISSUER, aud: 'tenant-admin', sub: 'usr_1' });

    it('refuses the text of a public key as a secret', async () => {
      await expectLetIn(rsa.sign(claims()));
      const texts = [
        await exportSPKI(rsa.publicKey),
        JSON.stringify(rsa.jwk),
        rsa.jwk.n ?? '',
        ed.jwk.x ?? '',
      ];
      for (const text of texts.flatMap((one) => [one, one.trim()])) {
        await expectRefused(signed(now(), { secret: text }));
      }
    });

    it.each(['none', 'None', 'NONE', ''])('refuses alg %j', async (alg) => {
      const [, body = '', signature = ''] = rsa.sign(claims()).split('.');
      const head = Buffer.from(JSON.stringify({ alg, kid: rsa.kid })).toString('base64url');
      for (const one of [signature, '']) await expectRefused([head, body, one].join('.'));
    });

    it.each(['RS256', 'ES256', 'EdDSA', 'RS512', 'PS256'])(
      'refuses %s over a signature by the secret',
      async (alg) => {
        await expectRefused(signed(now(), { alg }));
      },
    );

    it('refuses a key under the name of a key of another kind', async () => {
      await expectRefused(rsa.sign(claims(), { kid: ec.kid }));
      await expectRefused(ec.sign(claims(), { kid: ed.kid }));
    });
  });

  it('refuses a stranger who uses the name of a key', async () => {
    await expectRefused(foreign.sign(claims()));
  });

  it('never follows a key URL in a token', async () => {
    const headers: Record<string, unknown>[] = [
      { jku: stranger.url },
      { x5u: stranger.url },
      { jwk: foreign.jwk },
      { jku: stranger.url, jwk: foreign.jwk, kid: 'unheard-of' },
      { kid: stranger.url },
    ];
    for (const header of headers) await expectRefused(foreign.sign(claims(), header));
    // Beside a right signature they mean nothing.
    await expectLetIn(rsa.sign(claims(), { jku: stranger.url, x5u: stranger.url }));
  });

  describe('when keys change', () => {
    it('takes both while both are in the set, and the old one no longer than ten minutes after', async () => {
      const next = await PlatformKey.make('RS256', 'rsa-2');
      await expectLetIn(rsa.sign(claims()));
      platform.serve(rsa, next);
      passes(MINUTE);
      await expectLetIn(next.sign(claims()));
      await expectLetIn(rsa.sign(claims()));
      platform.serve(next);
      passes(10 * MINUTE + 1);
      await expectRefused(rsa.sign(claims()));
      await expectLetIn(next.sign(claims()));
    });

    it('fetches at most once a minute for an unknown key, however many tokens name it', async () => {
      await expectLetIn(rsa.sign(claims()));
      const made = Array.from({ length: 100 }, (_, index) =>
        foreign.sign(claims(), { kid: `made-up-${index}` }),
      );
      passes(MINUTE);
      expect(statuses(await atOnce(100, (index) => call(made[index] ?? '')))).toEqual({ 401: 100 });
      expect(platform.fetches).toBe(2);
      passes(MINUTE / 2); // and whatever the calls above took
      for (const token of made.slice(0, 10)) await expectRefused(token);
      expect(platform.fetches).toBe(2);
      passes(MINUTE / 2);
      expect(statuses(await atOnce(100, (index) => call(made[index] ?? '')))).toEqual({ 401: 100 });
      expect(platform.fetches).toBe(3);
    });
  });

  describe("when the keys can't be fetched", () => {
    const BROKEN: [string, () => void][] = [
      ['an error', () => (platform.status = 500)],
      ['a page', () => (platform.body = '<html>Down for maintenance</html>')],
      ['half of it', () => (platform.body = platform.body.slice(0, -20))],
      ['no set', () => (platform.body = '{"keys":"none"}')],
      ['a list', () => (platform.body = '[]')],
      ['null', () => (platform.body = 'null')],
      [
        'a redirect',
        (): void => {
          platform.status = 302;
          platform.location = stranger.url;
        },
      ],
    ];

    it.each(BROKEN)('answers 503 to tokens that may be valid, and recovers: %s', async (_, breaks) => {
      breaks();
      await expectUnavailable(rsa.sign(claims()));
      await expectLetIn(tenant.admin);
      await expectRefused('nonsense');
      platform.serve(rsa);
      passes(5_000);
      await expectLetIn(rsa.sign(claims()));
    });

    it('fetches at most every five seconds', async () => {
      platform.status = 500;
      const token = rsa.sign(claims());
      expect(statuses(await atOnce(50, () => call(token)))).toEqual({ 503: 50 });
      await expectUnavailable(token);
      expect(platform.fetches).toBe(1);
    });

    it('uses the known keys for a day', async () => {
      await expectLetIn(rsa.sign(claims()));
      const comeBack = await platform.goAway();
      passes(23 * HOUR);
      await expectLetIn(rsa.sign(claims()));
      await expectUnavailable(foreign.sign(claims(), { kid: 'perhaps-new' }));
      passes(HOUR + 1000);
      await expectUnavailable(rsa.sign(claims()));
      await comeBack();
      passes(5_000);
      await expectLetIn(rsa.sign(claims()));
    });

    it('answers 503, not 500, for an invalid key in the set', async () => {
      platform.body = JSON.stringify({
        keys: [{ kty: 'RSA', kid: rsa.kid, alg: 'RS256', n: 'AQAB', e: '!' }],
      });
      await expectUnavailable(rsa.sign(claims()));
    });
  });
});

describe('without a secret', () => {
  it('takes only tokens by public keys, and signs none', async () => {
    const platform = await KeyServer.start();
    const key = await PlatformKey.make('ES256', 'ec-1');
    platform.serve(key);
    const app = await TestApp.start({ auth: { jwksUrl: platform.url, issuer: ISSUER } });
    try {
      const token = key.sign({ aud: 'platform' });
      expect((await app.get('/api/tenants', token)).status).toBe(200);
      for (const secret of [SECRET, '', 'undefined']) {
        const claims = { iss: ISSUER, aud: 'platform', sub: 'x', exp: Date.now() / 1000 + 60 };
        expectProblem(await app.get('/api/tenants', signed(claims, { secret })), 401, 'unauthenticated');
      }
      expect(platform.fetches).toBe(1);
    } finally {
      await app.stop();
      await platform.stop();
    }
  });
});
