import { useTestApp } from '../support/app.js';
import {
  aCustomer,
  aTenant,
  codeOf,
  enroll,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';

/**
 * The bodies of the product guide, to the letter: the same keys, the same types, the same status. Keys beside them may
 * only be added, which is what `toMatchObject` allows.
 */
describe('the guide', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: TestCustomer;
  let code: string;

  beforeAll(async () => {
    tenant = await aTenant(app, { slug: 'acme-waste' });
    john = await aCustomer(app, tenant, { id: 'cus_111', name: 'John Doe', email: 'john@example.com' });
    code = await codeOf(app, john);
    await enroll(app, tenant, { name: 'Jane Smith', email: 'jane@example.com', referral_code: code });
  });

  it('gets the referral configuration', async () => {
    const { status, body } = await app.get('/api/referrals/config', tenant.admin);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      referral_enabled: true,
      referral_reward_type: 'discount_percent',
      referral_reward_value: 10,
      referral_reward_referee_type: 'discount_percent',
      referral_reward_referee_value: 10,
    });
  });

  it('updates the referral configuration', async () => {
    const other = await aTenant(app);
    const config = {
      referral_enabled: true,
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_reward_referee_type: 'discount_percent',
      referral_reward_referee_value: 15,
    };
    const saved = await app.put<{ exposure?: object }>('/api/referrals/config', config, other.admin);
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject(config);
    // Beside the settings the answer tells what a script could earn by them.
    const { exposure, ...settings } = saved.body;
    expect(exposure).toMatchObject({
      referrer: { type: 'credit', value: 20 },
      referee: { type: 'discount_percent', value: 15 },
    });
    expect((await app.get('/api/referrals/config', other.admin)).body).toEqual(settings);
  });

  it('lists all referrals', async () => {
    const { status, body } = await app.get<{ data: object[] }>('/api/referrals', tenant.admin);
    expect(status).toBe(200);
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({
      id: expect.stringMatching(/^ref_/) as string,
      referrer_customer_id: 'cus_111',
      referee_customer_id: expect.stringMatching(/^cus_/) as string,
      referrer_name: 'John Doe',
      referrer_email: 'john@example.com',
      referee_name: 'Jane Smith',
      referee_email: 'jane@example.com',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
    });
  });

  it("gets the customer's own code", async () => {
    const { status, body } = await app.get('/api/referrals/my-code', john.token);
    expect(status).toBe(200);
    expect(body).toEqual({
      referral_code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{8}$/) as string,
      referral_count: 1,
      referral_enabled: true,
      referrer_reward_type: 'discount_percent',
      referrer_reward_value: 10,
      referee_reward_type: 'discount_percent',
      referee_reward_value: 10,
      enrollment_slug: 'acme-waste',
      enrollment_url: `http://localhost:3000/enroll/acme-waste?ref=${code}`,
    });
  });

  it('validates a code in public', async () => {
    const { status, body } = await app.post('/api/referrals/validate', {
      referral_code: code,
      tenant_slug: 'acme-waste',
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      valid: true,
      referrer_name: 'John Doe',
      referee_reward_type: 'discount_percent',
      referee_reward_value: 10,
    });
  });
});
