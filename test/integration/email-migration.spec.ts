import { createDataSource, initializeDataSource } from '../../src/core/database/data-source.js';
import { EmailForms1795824050000 } from '../../src/core/database/migrations/1795824050000-email-forms.js';
import { canonicalEmail, normalizeEmail } from '../../src/customer/canonical-email.js';
import { useTestApp } from '../support/app.js';
import { aCustomer, aTenant } from '../support/factories.js';

const app = useTestApp();

it('e-mail addresses come into one form after the migration, and two customers never become one', async () => {
  const [tenant, other] = [await aTenant(app), await aTenant(app)];
  const before: [tenant: typeof tenant, email: string, after: string][] = [
    [tenant, 'info@xn--exmple-cua.de', 'info@xn--exmple-cua.de'],
    [tenant, 'info@exämple.de', 'info@exämple.de'],
    [tenant, 'jose\u0301+x@example.com', 'josé+x@example.com'],
    [tenant, 'plain@example.com', 'plain@example.com'],
    [other, 'info@xn--exmple-cua.de', 'info@exämple.de'],
  ];
  const ids: string[] = [];
  for (const [owner, email] of before) {
    const { id } = await aCustomer(app, owner);
    ids.push(id);
    const statement = 'update customer set email = $2, canonical_email = $2 where id = $1';
    await app.database.sql(statement, [id, email]);
  }
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const dataSource = await initializeDataSource(createDataSource(app.database.owner, [], 1));
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  await new EmailForms1795824050000().up(runner);
  await runner.commitTransaction();
  await dataSource.destroy();
  const reports = written.mock.calls.map(([line]) => String(line));
  written.mockRestore();
  const rows = await app.database.sql<{ id: string; email: string; canonical_email: string }>(
    'select id, email, canonical_email from customer',
  );
  const found = ids.map((id) => rows.find((row) => row.id === id));
  expect(found.map((row) => row?.email)).toEqual(before.map(([, , after]) => after));
  expect(found.map((row) => row?.canonical_email.split('@')[1])).toEqual(
    before.map(([, email]) => canonicalEmail(email).split('@')[1]),
  );
  expect(before.map(([, email]) => normalizeEmail(email))).toContain('info@exämple.de');
  expect(reports).toEqual([expect.stringContaining(ids[0] ?? '')]);
  const unforced = `pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`;
  expect(await app.database.count(unforced)).toBe(0);
});
