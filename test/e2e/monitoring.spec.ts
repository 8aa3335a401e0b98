import { useTestApp } from '../support/app.js';
import { aReferrer, aTenant, atOnce } from '../support/factories.js';
import { expectProblem, platformToken } from './expectations.js';

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

describe('/metrics', () => {
  const app = useTestApp({ publicLimit: 10 });

  const lines = async (): Promise<string[]> =>
    (await app.get<string>('/metrics', platformToken(app))).body.split('\n');

  it('is text of Prometheus, with the process itself', async () => {
    const { status, headers, body } = await app.get<string>('/metrics', platformToken(app));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(body).toMatch(/^process_cpu_seconds_total \d/m);
    expect(body).toMatch(/^nodejs_heap_size_used_bytes \d/m);
  });

  it('counts responses by route and status class, codes by hit and miss, and rejections', async () => {
    const tenant = await aTenant(app);
    const { id, code } = await aReferrer(app, tenant);
    await app.get(`/api/customers/${id}`, tenant.admin);
    await app.get('/api/customers/nobody', tenant.admin);
    await app.get('/somewhere/else');
    const check = (referral_code: string): Promise<unknown> =>
      app.post('/api/referrals/validate', { tenant_slug: tenant.slug, referral_code });
    await atOnce(4, () => check(code));
    await atOnce(8, () => check('ABCDEFGH'));
    const said = await lines();
    for (const line of [
      'referrals_http_requests_total{method="GET",route="/api/customers/:id",status="2xx"} 1',
      'referrals_http_requests_total{method="GET",route="/api/customers/:id",status="4xx"} 1',
      'referrals_http_requests_total{method="GET",route="none",status="4xx"} 1',
      'referrals_http_requests_total{method="POST",route="/api/referrals/validate",status="2xx"} 10',
      'referrals_http_requests_total{method="POST",route="/api/referrals/validate",status="4xx"} 2',
      'referrals_rate_limited_total{policy="address"} 2',
    ])
      expect(said).toContain(line);
    const counted = said.filter((line) => line.startsWith('referrals_codes_checked_total'));
    expect(counted.map((line) => Number(line.split(' ')[1])).reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(said.join('\n')).not.toContain(id);
  });
});
