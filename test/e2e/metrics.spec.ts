import { useTestApp } from '../support/app.js';
import { aReferrer, atOnce, aTenant } from '../support/factories.js';
import { platformToken } from './expectations.js';

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
