import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import { TestApp } from '../support/app.js';
import { aCustomer, aTenant, grantCredit, type TestTenant } from '../support/factories.js';

const FORGED = 'its hash does not follow from its content and the entry before';

describe('a grant of credit that somebody changed past the service', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let customerId: string;

  beforeAll(async () => (app = await TestApp.start()));
  beforeEach(async () => {
    tenant = await aTenant(app);
    customerId = (await aCustomer(app, tenant)).id;
    await grantCredit(app, tenant, customerId, 500, '2090-01-01T00:00:00Z');
    await grantCredit(app, tenant, customerId, 20);
  });
  afterAll(() => app.stop());

  const verify = async (): Promise<VerificationAnswer> =>
    (await app.get<VerificationAnswer>('/api/ledger/verify', tenant.admin)).body;

  /** As a superuser for whom the keys are switched off. */
  const tamper = async (statement: string): Promise<void> => {
    await app.database.sql('begin');
    await app.database.sql('set local session_replication_role = replica');
    await app.database.sql(`${statement} where tenant_id = '${tenant.id}' and customer_id = '${customerId}'`);
    await app.database.sql('commit');
  };

  it.each([
    ['lasts longer', `update credit_lot set expires_at = '2099-01-01'`, FORGED],
    ['lasts for ever', 'update credit_lot set expires_at = null', FORGED],
    ['is for another reward', `update credit_lot set reward_id = 'rwd_' || id`, FORGED],
    [
      'was larger',
      'update credit_lot set granted_cents = granted_cents + 1',
      'its lot was granted otherwise',
    ],
    ['is older', `update credit_lot set created_at = '2020-01-01'`, 'its lot was granted otherwise'],
    ['is gone', 'delete from credit_lot', 'its lot is missing'],
  ])('is found at its entry when it %s', async (_, statement, problem) => {
    expect(await verify()).toEqual({ valid: true, entries: 2, first_failure: null });
    await tamper(statement);
    const { valid, first_failure } = await verify();
    expect(valid).toBe(false);
    expect(first_failure).toMatchObject({ customer_id: customerId, sequence: 1, problem });
  });

  it('is found when the account over it is gone', async () => {
    await tamper('delete from credit_account');
    expect(await verify()).toMatchObject({
      valid: false,
      first_failure: { customer_id: customerId, sequence: null, problem: 'its account is missing' },
    });
  });
});
