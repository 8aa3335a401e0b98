import { ISSUER, type Reply, SECRET, TestApp } from '../support/app.js';
import { aTenant, type TestTenant } from '../support/factories.js';
import { KeyServer, PlatformKey } from '../support/key-server.js';
import { expectProblem } from './expectations.js';
import { signed } from './tokens.js';

type Json = Record<string, unknown>;

describe('a token, whoever signed it', () => {
  let platform: KeyServer;
  let app: TestApp;
  let tenant: TestTenant;
  let key: PlatformKey;

  beforeAll(async () => {
    [platform, key] = await Promise.all([KeyServer.start(), PlatformKey.make('RS256', 'rsa-1')]);
    platform.serve(key);
    app = await TestApp.start({ auth: { secret: SECRET, jwksUrl: platform.url, issuer: ISSUER } });
    tenant = await aTenant(app);
  });
  afterAll(async () => {
    await app.stop();
    await platform.stop();
  });

  const call = (token: string): Promise<Reply> => app.get('/api/referrals/config', token);
  const claims = (given: Json): Json => ({
    iss: ISSUER,
    aud: 'tenant-admin',
    sub: 'usr_1',
    tenant_id: tenant.id,
    exp: Math.floor(Date.now() / 1000) + 600,
    ...given,
  });

  describe.each<[string, (given?: Json, header?: Json) => string]>([
    ['the secret', (given = {}, header = {}) => signed(claims(given), { header })],
    ['a public key', (given = {}, header = {}) => key.sign(claims(given), header)],
  ])('by %s', (_, sign) => {
    it('may contain unknown header fields', async () => {
      expect((await call(sign({}, { 'x-ours': 1, cty: 'JWT' }))).status).toBe(200);
    });

    it.each<Json>([
      { crit: ['x-ours'], 'x-ours': 1 },
      { crit: ['exp'], exp: 1 },
      { crit: ['b64'], b64: true },
      { crit: ['b64'], b64: false },
      { crit: ['alg'] },
      { crit: ['absent'] },
      { crit: [] },
      { crit: 'b64' },
      { crit: {} },
      { crit: null },
      { crit: false },
    ])('is refused with a critical header: %j', async (header) => {
      expectProblem(await call(sign({}, header)), 401, 'unauthenticated');
    });

    it('may have its audience as a list of one', async () => {
      expect((await call(sign({ aud: ['tenant-admin'] }))).status).toBe(200);
      const customer = sign({ aud: ['customer'], sub: 'cus_1' });
      expectProblem(await call(customer), 403, 'wrong_kind_of_token');
    });

    it.each([
      [[]],
      [['customer', 'tenant-admin']],
      [['tenant-admin', 'tenant-admin']],
      [['tenant-admin', 'x']],
      [['x']],
      [[['tenant-admin']]],
      [{ 0: 'tenant-admin' }],
      [[7]],
      [[null]],
      [7],
    ])('is refused with the audience %j', async (aud) => {
      expectProblem(await call(sign({ aud })), 401, 'unauthenticated');
    });
  });
});
