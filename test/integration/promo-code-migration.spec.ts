import { createDataSource, initializeDataSource } from '../../src/core/database/data-source.js';
import { PromoCodeFold1795824020000 } from '../../src/core/database/migrations/1795824020000-promo-code-fold.js';
import type { PromoValidation } from '../../src/promo/promo.dto.js';
import { useTestApp } from '../support/app.js';
import { aPromo, aTenant } from '../support/factories.js';

const app = useTestApp();

it('promo codes with capitals of one language are found after the migration; two never become one', async () => {
  const [tenant, other] = [await aTenant(app), await aTenant(app)];
  const turkish = await aPromo(app, tenant);
  const german = await aPromo(app, tenant, { code: 'TAKEN' });
  const before = [
    [tenant.id, turkish.id, 'İNDİRİM'],
    [tenant.id, german.id, 'STRAẞE'],
    [tenant.id, (await aPromo(app, tenant, { code: 'STRASSE' })).id, 'STRASSE'],
    [other.id, (await aPromo(app, other)).id, 'STRAẞE'],
  ];
  for (const row of before)
    await app.database.sql('update promo set code = $3 where tenant_id = $1 and id = $2', row);
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const dataSource = await initializeDataSource(createDataSource(app.database.owner, [], 1));
  await dataSource.transaction((manager) =>
    new PromoCodeFold1795824020000().up(manager.queryRunner ?? dataSource.createQueryRunner()),
  );
  await dataSource.destroy();
  expect(written.mock.calls).toEqual([[expect.stringContaining(german.id)]]);
  written.mockRestore();
  const codes = await app.database.sql<{ code: string }>('select code from promo order by tenant_id, code');
  expect(codes.map(({ code }) => code).sort()).toEqual(['INDIRIM', 'STRASSE', 'STRASSE', 'STRAẞE']);
  const body = { tenant_slug: tenant.slug, promo_code: 'indirim' };
  expect((await app.post<PromoValidation>('/api/promos/validate', body)).body.valid).toBe(true);
  const unforced = `pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`;
  expect(await app.database.count(unforced)).toBe(0);
});
