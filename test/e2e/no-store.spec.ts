import { useTestApp } from '../support/app.js';
import { aPromo } from '../support/factories.js';
import { BODY_ROUTES } from './body-routes.js';
import { platformToken } from './expectations.js';
import { routesOf } from './router.js';
import { aScene, type Scene } from './scene.js';

/** Files that are the same for all; pages-files.spec.ts says for how long each may be kept. */
const PUBLIC_FILES = /^\/[a-z]+\.(js|png|ico|txt)$/;

describe('what is answered', () => {
  const app = useTestApp();
  let scene: Scene;

  beforeAll(async () => {
    scene = await aScene(app);
    await aPromo(app, scene.tenant);
  });

  const storage = (headers: Headers): string | null => headers.get('cache-control');

  it('is stored by no cache, on any route, for success or error', async () => {
    const routes = routesOf(app).filter(({ path }) => !PUBLIC_FILES.test(path));
    expect(routes.length).toBeGreaterThan(30);
    const tokens = [scene.tenant.admin, scene.customer.token, platformToken(app), undefined];
    for (const { method, path } of routes) {
      for (const token of tokens) {
        const body = BODY_ROUTES[`${method} ${path}`]?.body(scene);
        const { headers } = await app.call(method, path.replace(':id', 'none'), { token, body });
        expect({ method, path, kept: storage(headers) }).toEqual({ method, path, kept: 'no-store' });
      }
    }
  });

  it.each(['/api/nowhere', '/nowhere', '/api/%zz'])(
    'is stored by no cache where there is no route: %s',
    async (path) => {
      expect(storage((await app.get(path)).headers)).toBe('no-store');
    },
  );

  it.each(['/api/openapi.json', '/api/docs'])(
    'may be stored when it is the same for all: %s',
    async (path) => {
      expect(storage((await app.get(path)).headers)).not.toBe('no-store');
    },
  );
});
