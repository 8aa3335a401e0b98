import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import { useTestApp } from '../support/app.js';
import { aCustomer, aTenant, grantCredit, type TestTenant } from '../support/factories.js';

const FORGED = 'its hash does not follow from its content and the entry before';

describe('a lot that was changed in the database', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let customerId: string;

  beforeEach(async () => {
    tenant = await aTenant(app);
    customerId = (await aCustomer(app, tenant)).id;
    await grantCredit(app, tenant, customerId, 500, '2090-01-01T00:00:00Z');
    await grantCredit(app, tenant, customerId, 20);
  });

  const verify = async (): Promise<VerificationAnswer> =>
    (await app.get<VerificationAnswer>('/api/ledger/verify', tenant.admin)).body;

  /** Runs a statement as a superuser, with foreign keys disabled. */
  const tamper = async (statement: string): Promise<void> => {
    await app.database.sql('begin');
    await app.database.sql('set local session_replication_role = replica');
    await app.database.sql(`${statement} where tenant_id = '${tenant.id}' and customer_id = '${customerId}'`);
    await app.database.sql('commit');
  };

  it.each([
    ['expires later', `update credit_lot set expires_at = '2099-01-01'`, FORGED],
    ['does not expire', 'update credit_lot set expires_at = null', FORGED],
    ['is for another reward', `update credit_lot set reward_id = 'rwd_' || id`, FORGED],
    [
      'has a larger granted amount',
      'update credit_lot set granted_cents = granted_cents + 1',
      'its lot was granted otherwise',
    ],
    ['is older', `update credit_lot set created_at = '2020-01-01'`, 'its lot was granted otherwise'],
    ['is missing', 'delete from credit_lot', 'its lot is missing'],
  ])('is found at its entry if it %s', async (_, statement, problem) => {
    expect(await verify()).toEqual({ valid: true, entries: 2, first_failure: null });
    await tamper(statement);
    const { valid, first_failure } = await verify();
    expect(valid).toBe(false);
    expect(first_failure).toMatchObject({ customer_id: customerId, sequence: 1, problem });
  });

  it('is found if its account is missing', async () => {
    await tamper('delete from credit_account');
    expect(await verify()).toMatchObject({
      valid: false,
      first_failure: { customer_id: customerId, sequence: null, problem: 'its account is missing' },
    });
  });
});
