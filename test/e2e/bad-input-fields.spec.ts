import { useTestApp } from '../support/app.js';
import { BAD_FIELDS } from './bad-fields.js';
import { BODY_ROUTES, bodyWith, send, sendInVain } from './body-routes.js';
import { expectInvalid, inVain } from './expectations.js';
import { aScene, type Scene } from './scene.js';

const cases = Object.entries(BAD_FIELDS).flatMap(([name, fields]) =>
  Object.entries(fields).map(([field, values]): [string, string, string[]] => [name, field, values]),
);

describe('bad fields', () => {
  const app = useTestApp();
  let scene: Scene;

  beforeAll(async () => (scene = await aScene(app)));

  it('are tried of every field of every body', () => {
    const fields = Object.entries(BODY_ROUTES).map(([name, { body }]) => [
      name,
      Object.keys(body(scene)).sort(),
    ]);
    const tried = Object.entries(BAD_FIELDS).map(([name, of]) => [name, Object.keys(of).sort()]);
    expect(Object.fromEntries(tried)).toEqual(Object.fromEntries(fields));
  });

  it.each(cases)(
    '%s refuses of %s what it does not take, naming it, and stores nothing',
    async (name, field, values) => {
      const wrong: string[] = [];
      await inVain(app, async () => {
        for (const raw of values) {
          const reply = await send(scene, name, bodyWith(scene, name, field, raw));
          if (reply.status === 422) expectInvalid(reply, field);
          else wrong.push(`${raw}: ${reply.status}`);
        }
        expect(wrong).toEqual([]);
      });
    },
  );

  it.each([
    ['JPY', '0.5'],
    ['JPY', '100.1'],
    ['USD', '1.001'],
    ['KWD', '1.0001'],
  ])('an amount in %s is never rounded: %s is refused', async (currency, raw) => {
    const abroad = await aScene(app, currency);
    const saved = bodyWith(abroad, 'PUT /api/referrals/config', 'referral_reward_value', raw);
    expectInvalid(await sendInVain(abroad, 'PUT /api/referrals/config', saved), 'referral_reward_value');
    const promo = bodyWith(abroad, 'POST /api/promos', 'discount_type', '"discount_fixed"');
    const fixed = promo.replace('"discount_value":10', `"discount_value":${raw}`);
    expectInvalid(await sendInVain(abroad, 'POST /api/promos', fixed), 'discount_value');
  });

  it('names every wrong field of a body at once', async () => {
    const body = '{"id":"a b","name":"","email":"a","phone":7,"status":"gone","extra":1}';
    const reply = await sendInVain(scene, 'POST /api/customers', body);
    const { errors = [] } = expectInvalid(
      reply,
      ...new Set(['extra', 'id', 'name', 'email', 'phone', 'status']),
    );
    for (const { code } of errors) expect(code).toMatch(/^[a-z_]+$/);
  });
});
