import { useTestApp } from '../support/app.js';
import { expectProblem } from './expectations.js';

describe('/health', () => {
  const app = useTestApp();

  it.each(['/health/live', '/health/ready'])('%s is ok, for anybody', async (path) => {
    expect(await app.get(path)).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect((await app.get(path, 'nonsense')).status).toBe(200);
  });

  it.each(['/api/health/live', '/api/health/ready'])('is not at %s', async (path) => {
    expectProblem(await app.get(path), 404, 'route_not_found');
  });

  it('is live, but not ready, on a schema that is not migrated', async () => {
    await app.database.sql('alter table schema_migration rename to set_aside');
    const ready = await app.get('/health/ready');
    const live = await app.get('/health/live');
    await app.database.sql('alter table set_aside rename to schema_migration');
    expectProblem(ready, 503, 'database_not_migrated');
    expect(ready.headers.get('retry-after')).toBe('2');
    expect(live.status).toBe(200);
    expect((await app.get('/health/ready')).status).toBe(200);
  });

  it('is live, but not ready, while the database accepts no connections, and ready as soon as it does', async () => {
    const { name } = app.database;
    await app.database.sql(`alter database ${name} with connection limit 0`);
    await app.database.sql(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [name],
    );
    const [ready, live] = [await app.get('/health/ready'), await app.get('/health/live')];
    await app.database.sql(`alter database ${name} with connection limit -1`);
    expectProblem(ready, 503, 'database_unavailable');
    expect(live.status).toBe(200);
    expect((await app.get('/health/ready')).status).toBe(200);
  });
});
