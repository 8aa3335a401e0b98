import { Controller, Get, Module } from '@nestjs/common';
import { KEY_SCOPES } from '../../src/core/auth/key-scope.js';
import { ISSUER, type Reply, useTestApp } from '../support/app.js';
import { anApiKey, aPromo, aReferrer, aTenant, aWebhook } from '../support/factories.js';
import { TABLE_HEADERS } from '../support/routes.js';
import { BODY_ROUTES, TABLE_ROUTES } from './body-routes.js';
import { expectProblem, platformToken, stored, without } from './expectations.js';
import { IN_PERSON_FIELDS, keyScopeOf, keysOf } from './keys.js';
import { LABELS } from './labels.js';
import { routesOf } from './router.js';
import { aScene, type Scene } from './scene.js';
import { BAD_TOKENS, signed } from './tokens.js';

@Controller('unlabelled')
class UnlabelledController {
  @Get()
  get(): object {
    return { secret: true };
  }
}

@Module({ controllers: [UnlabelledController] })
class UnlabelledModule {}

const UNLABELLED = 'GET /api/unlabelled';

const ROUTES = Object.keys(LABELS);
const labelOf = (route: string): string => LABELS[route] ?? '';
const scopeOf = (route: string): string => keyScopeOf(route, labelOf(route));
const AUDIENCES: Record<string, string> = {
  tenant_admin: 'tenant-admin',
  customer: 'customer',
  platform: 'platform',
};

/** The ids of the things that paths name, by their room. */
const idsOf = (scene: Scene): Record<string, string> => ({
  referrals: scene.referralId,
  customers: scene.customer.id,
  promos: scene.promo.id,
  rewards: scene.rewardId,
  redemptions: scene.redemptionId,
  'api-keys': scene.apiKeyId,
  reviews: scene.reviewId,
  tenants: scene.tenant.id,
  webhooks: scene.webhookId,
});

/** Claims that the route would let in: one flaw at a time is then all that is wrong with a token. */
function goodClaims({ tenant, customer }: Scene, route: string): Record<string, unknown> {
  const kind = labelOf(route).split(', ').at(-1) ?? '';
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: ISSUER,
    aud: AUDIENCES[kind] ?? 'tenant-admin',
    sub: kind === 'customer' ? customer.id : 'usr_1',
    ...(kind === 'platform' ? {} : { tenant_id: tenant.id }),
    iat: now,
    exp: now + 600,
  };
}

describe('who may call what', () => {
  const app = useTestApp({ modules: [UnlabelledModule] });
  let scene: Scene;
  let keys: Record<string, string>;

  beforeAll(async () => {
    scene = await aScene(app);
    keys = await keysOf(scene);
  });

  const call = (route: string, token?: string): Promise<Reply> => {
    const [method = '', path = ''] = route.split(' ');
    const { slug } = scene.tenant;
    const filled = path.replace(':id', idsOf(scene)[path.split('/')[2] ?? ''] ?? '').replace(':slug', slug);
    const query = route === 'GET /api/branding' ? `?tenant_slug=${slug}` : '';
    const table = TABLE_ROUTES[route]?.();
    if (table !== undefined) return app.call(method, filled, { token, body: table, headers: TABLE_HEADERS });
    return app.call(method, filled + query, { token, body: bodyOf(route, token) });
  };

  /** What the route takes, and of a key the part that it takes of one. */
  const bodyOf = (route: string, token = ''): object | undefined => {
    const body = BODY_ROUTES[route]?.body(scene);
    const fields = token.startsWith('rk_') ? (IN_PERSON_FIELDS[route] ?? []) : [];
    return fields.reduce((rest, field) => without(rest ?? {}, field), body);
  };

  const expectLetIn = async (route: string, token?: string): Promise<void> => {
    const { status } = await call(route, token);
    expect({ route, status }).toEqual({
      route,
      status: route.startsWith('DELETE') ? 204 : (BODY_ROUTES[route]?.accepted ?? 200),
    });
    if (route.startsWith('DELETE /api/promos')) scene.promo = await aPromo(app, scene.tenant);
    if (route.startsWith('DELETE /api/api-keys')) scene.apiKeyId = (await anApiKey(app, scene.tenant)).id;
    if (route === 'DELETE /api/customers/:id') scene.customer = await aReferrer(app, scene.tenant);
    if (route === 'DELETE /api/webhooks/:id') scene.webhookId = (await aWebhook(app, scene.tenant)).id;
    await BODY_ROUTES[route]?.renew?.(scene);
  };

  const expectRefused = async (route: string, token: string | undefined, refusal: string): Promise<void> => {
    const before = await stored(app);
    const reply = await call(route, token);
    expectProblem(reply, refusal === 'unauthenticated' ? 401 : 403, refusal);
    expect(reply.headers.get('www-authenticate')).toBe(refusal === 'unauthenticated' ? 'Bearer' : null);
    expect(await stored(app)).toEqual(before);
  };

  it('is said by a label on every route, and here of every label', () => {
    const labels = routesOf(app).map(({ method, path, access }) => [`${method} ${path}`, access?.join(', ')]);
    expect(Object.fromEntries(labels)).toEqual({ ...LABELS, [UNLABELLED]: undefined });
  });

  it('is said of keys by the same labels', () => {
    const needed = routesOf(app).map(({ method, path, scope }) => [`${method} ${path}`, scope ?? 'no key']);
    const told = ROUTES.map((route) => [route, scopeOf(route)]);
    expect(Object.fromEntries(needed)).toEqual({ ...Object.fromEntries(told), [UNLABELLED]: 'no key' });
    const inPerson = routesOf(app).filter((route) => route.inPerson.length > 0);
    const fields = inPerson.map(({ method, path, ...route }) => [`${method} ${path}`, route.inPerson]);
    expect(Object.fromEntries(fields)).toEqual(IN_PERSON_FIELDS);
  });

  it('is nobody on a route without a label, whatever their token', async () => {
    const tokens = [undefined, scene.tenant.admin, scene.customer.token, platformToken(app), 'nonsense'];
    for (const token of tokens) await expectRefused(UNLABELLED, token, 'unlabelled_route');
  });

  describe.each(ROUTES)('%s', (route) => {
    const label = labelOf(route);
    const isPublic = label === 'public';

    it(`without a token: ${label.includes('public') ? 'lets in' : 'unauthenticated'}`, async () => {
      if (label.includes('public')) await expectLetIn(route);
      else await expectRefused(route, undefined, 'unauthenticated');
    });

    it.each(['customer', 'tenant_admin', 'platform'])(
      'with a token of a %s: as the label says',
      async (kind) => {
        const tokens: Record<string, string> = {
          customer: scene.customer.token,
          tenant_admin: scene.tenant.admin,
          platform: platformToken(app),
        };
        if (isPublic || label.includes(kind)) await expectLetIn(route, tokens[kind]);
        else await expectRefused(route, tokens[kind], 'wrong_kind_of_token');
      },
    );

    it.each(KEY_SCOPES)('with a key of the scope %s: as the label says', async (scope) => {
      const needed = scopeOf(route);
      if (isPublic || scope === needed || (scope === 'admin' && needed !== 'no key'))
        await expectLetIn(route, keys[scope]);
      else
        await expectRefused(
          route,
          keys[scope],
          needed === 'no key' ? 'wrong_kind_of_token' : 'insufficient_scope',
        );
    });

    it.each(['revoked', 'expired', 'unknown', 'of no tenant'])('with a key that is %s', async (flaw) => {
      if (isPublic) await expectLetIn(route, keys[flaw]);
      else await expectRefused(route, keys[flaw], 'unauthenticated');
    });

    it.each(Object.keys(BAD_TOKENS))('with a token %s', async (flaw) => {
      const token = BAD_TOKENS[flaw]?.(goodClaims(scene, route)) ?? '';
      if (isPublic) await expectLetIn(route, token);
      else await expectRefused(route, token, 'unauthenticated');
    });

    it('with a good token made by hand, so that the flaws above are what is refused', async () => {
      await expectLetIn(route, signed(goodClaims(scene, route)));
    });

    it("with a token of a tenant that does not exist, or of no tenant's shape", async () => {
      const claims = goodClaims(scene, route);
      if (isPublic || label === 'platform') return;
      for (const tenant_id of ['ten_none', "x' or true --", '', 7, null]) {
        await expectRefused(route, signed({ ...claims, tenant_id }), 'unauthenticated');
      }
    });
  });

  describe("another tenant's admin", () => {
    const own = ROUTES.filter((route) => labelOf(route) === 'tenant_admin');

    it.each(own.filter((route) => route.includes(':id')))('%s: there is no such thing', async (route) => {
      const other = await aTenant(app);
      const before = await stored(app);
      const reply = await call(route, other.admin);
      expectProblem(reply, 404, `${(route.split('/')[2] ?? '').slice(0, -1).replace('-', '_')}_not_found`);
      expect(await stored(app)).toEqual(before);
    });

    const NO_LIST = /\/(config|versions|verify|liability|summary|abuse-rules|events|audit|export\.csv)$/;
    it.each(own.filter((route) => /^GET [^:]+$/.test(route) && !NO_LIST.test(route)))(
      '%s: empty',
      async (route) => {
        const other = await aTenant(app);
        expect((await call(route, scene.tenant.admin)).body).not.toMatchObject({ data: [] });
        expect((await call(route, other.admin)).body).toEqual({
          data: [],
          has_more: false,
          next_cursor: null,
        });
      },
    );

    it.each(['POST /api/customers', 'POST /api/promos', 'PUT /api/referrals/config'])(
      '%s: writes in their own tenant only',
      async (route) => {
        const other = await aTenant(app);
        const rowsHere = (): Promise<object[]> =>
          app.database.sql(
            `select (select count(*) from customer where tenant_id = $1) as customers,
                    (select count(*) from promo where tenant_id = $1) as promos,
                    (select max(version) from program_terms where tenant_id = $1) as version`,
            [scene.tenant.id],
          );
        const before = await rowsHere();
        expect((await call(route, other.admin)).status).toBeLessThan(300);
        expect(await rowsHere()).toEqual(before);
      },
    );

    it('POST /api/enrollments: not by the slug of this one', async () => {
      const other = await aTenant(app);
      const before = await stored(app);
      expectProblem(await call('POST /api/enrollments', other.admin), 422, 'validation_failed');
      expect(await stored(app)).toEqual(before);
    });
  });

  describe('while the tenant is suspended', () => {
    let suspended: Scene;

    beforeAll(async () => {
      suspended = await aScene(app);
      await app.patch(`/api/tenants/${suspended.tenant.id}`, { status: 'suspended' }, platformToken(app));
    });

    it.each(ROUTES.filter((route) => /tenant_admin|customer/.test(labelOf(route))))(
      '%s: its tokens are refused',
      async (route) => {
        const token = labelOf(route) === 'customer' ? suspended.customer.token : suspended.tenant.admin;
        await expectRefused(route, token, 'tenant_suspended');
      },
    );
  });
});
