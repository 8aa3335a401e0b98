import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import { TestApp } from '../support/app.js';
import { aCustomer, aPromo, aTenant, codeOf, enroll, type TestTenant } from '../support/factories.js';

/** The rules that no code, present or future, can break: tried in SQL, as a superuser. */
describe('the database itself', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let other: TestTenant;
  let enrolled: EnrollmentAnswer;

  beforeAll(async () => {
    app = await TestApp.start();
    tenant = await aTenant(app);
    other = await aTenant(app);
    await aCustomer(app, tenant, { id: 'cus_third' });
    await aCustomer(app, other, { id: 'cus_elsewhere' });
    await codeOf(app, await aCustomer(app, tenant, { id: 'cus_maria' }));
    const john = await aCustomer(app, tenant, { id: 'cus_john' });
    const promo = await aPromo(app, tenant, { max_redemptions: 3, combinable_with_referral: true });
    ({ body: enrolled } = await enroll(app, tenant, {
      email: 'jane@example.com',
      referral_code: await codeOf(app, john),
      promo_code: promo.code,
    }));
  });
  afterAll(() => app.stop());

  const REFERRAL = 'tenant_id, id, referrer_customer_id, referee_customer_id';
  const COPY = 'referral_code, terms_version, status, created_at from referral where tenant_id = $1';
  const REWARD = `insert into reward select tenant_id, 'rwd_2', referral_id, customer_id, role, type, value_units, status,
                         available_at, applied_at, expires_at, created_at from reward where tenant_id = $1`;

  it.each([
    [
      'a second referral for a referee',
      `insert into referral select tenant_id, 'ref_2', 'cus_third', referee_customer_id, ${COPY}`,
      'referral_referee_key',
    ],
    [
      'a referral of oneself',
      'update referral set referrer_customer_id = referee_customer_id where tenant_id = $1',
      'referral_two_people',
    ],
    [
      "a referral by another tenant's customer",
      `update referral set referrer_customer_id = 'cus_elsewhere' where tenant_id = $1`,
      'referral_tenant_id_referrer_customer_id_fkey',
    ],
    [
      'a referral filed under another tenant',
      `insert into referral (${REFERRAL}, referral_code, terms_version, status, created_at)
       select '$other', 'ref_2', referrer_customer_id, 'cus_elsewhere', ${COPY}`,
      'referral_tenant_id_referrer_customer_id_fkey',
    ],
    ['a second reward for a recipient', `${REWARD} and role = 'referrer'`, 'reward_recipient_key'],
    ['a reward of nothing', 'update reward set value_units = 0 where tenant_id = $1', 'reward_value'],
    [
      'a promo used more often than its maximum',
      'update promo set redemption_count = max_redemptions + 1 where tenant_id = $1',
      'promo_limit',
    ],
    [
      'a maximum below the uses there are',
      'update promo set max_redemptions = redemption_count - 1 where tenant_id = $1',
      'promo_limit',
    ],
    [
      'a promo deleted from under its uses',
      'delete from promo where tenant_id = $1',
      'enrollment_tenant_id_promo_id_fkey',
    ],
    [
      'a second code for a customer',
      `insert into referral_code select tenant_id, 'cus_john', 'ABCDEFGH', created_at from referral_code
        where tenant_id = $1 and customer_id = 'cus_john'`,
      'referral_code_pkey',
    ],
    [
      'one code for two customers',
      `insert into referral_code select tenant_id, 'cus_third', code, created_at from referral_code
        where tenant_id = $1 and customer_id = 'cus_john'`,
      'referral_code_key',
    ],
    [
      'a code outside the alphabet',
      `update referral_code set code = 'ABCDEFG0' where tenant_id = $1`,
      'referral_code_shape',
    ],
    [
      'an e-mail address in upper case',
      `update customer set email = upper(email) where tenant_id = $1 and email = 'jane@example.com'`,
      'customer_email',
    ],
    [
      'one e-mail address for two customers',
      `update customer set email = 'jane@example.com' where tenant_id = $1 and id = 'cus_third'`,
      'customer_email_key',
    ],
    [
      'a second enrollment of a customer',
      `insert into enrollment select (jsonb_populate_record(enrollment, '{"id": "enr_2"}')).* from enrollment
        where tenant_id = $1`,
      'enrollment_customer_key',
    ],
    [
      'terms above 100 percent',
      'update program_terms set referrer_units = 10001 where tenant_id = $1',
      'program_terms_referrer',
    ],
  ])('refuses %s', async (_, statement, constraint) => {
    expect(enrolled.referral.status).toBe('applied');
    const text = statement.replace('$other', other.id);
    await expect(app.database.sql(text, [tenant.id])).rejects.toMatchObject({ constraint });
  });

  it('refuses a program that points to terms which nobody wrote, at the commit', async () => {
    await app.database.sql('begin');
    await app.database.sql('update referral_program set terms_version = 99 where tenant_id = $1', [
      tenant.id,
    ]);
    await expect(app.database.sql('commit')).rejects.toMatchObject({ constraint: 'referral_program_terms' });
  });
});
