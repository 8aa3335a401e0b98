import type { Page } from '../../src/core/http/page.js';
import type { MyReferralAnswer } from '../../src/referral/referral.dto.js';
import { changed, expectInvalid, expectProblem, pagesOf } from './expectations.js';
import { useTestApp } from '../support/app.js';
import {
  aCustomer,
  aReferrer,
  aTenant,
  enroll,
  GIVE_TEN_GET_TEN,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';

const PATH = '/api/referrals/mine';

describe('/api/referrals/mine', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: TestReferrer;

  beforeAll(async () => {
    tenant = await aTenant(app, {
      program: changed(GIVE_TEN_GET_TEN, { referral_reward_type: 'credit', referral_reward_value: 20.5 }),
    });
    john = await aReferrer(app, tenant);
    for (const name of ['Jane Smith', 'Ludwig van Beethoven', 'Cher', '李雷']) {
      await enroll(app, tenant, { name, referral_code: john.code });
    }
  });

  const mine = (token: string, query = ''): ReturnType<typeof app.get<Page<MyReferralAnswer>>> =>
    app.get<Page<MyReferralAnswer>>(`${PATH}${query}`, token);

  it("shows each referee's first name and initial, and the customer's own reward", async () => {
    const { status, body } = await mine(john.token);
    expect(status).toBe(200);
    expect(body.data.map(({ referee_name }) => referee_name)).toEqual([
      '李雷',
      'Cher',
      'Ludwig B.',
      'Jane S.',
    ]);
    expect(body.data[3]).toEqual({
      id: body.data[3]?.id,
      referee_name: 'Jane S.',
      created_at: body.data[3]?.created_at,
      status: 'qualified',
      reward: {
        type: 'credit',
        value: 20.5,
        status: 'applied', // credit is applied when it is granted
        applied_at: body.data[3]?.created_at,
        available_at: body.data[3]?.created_at,
      },
      withheld: null,
    });
    expect(body).toMatchObject({ has_more: false, next_cursor: null });
  });

  it("never contains a referee's last name, e-mail address or id", async () => {
    expect(JSON.stringify((await mine(john.token)).body)).not.toMatch(/Smith|Beethoven|@|cus_/);
  });

  it('is the same page by page', async () => {
    const pages = await pagesOf<MyReferralAnswer>(app, PATH, john.token, 3);
    expect(pages.map((page) => page.length)).toEqual([3, 1]);
    expect(pages.flat()).toEqual((await mine(john.token)).body.data);
  });

  it("is empty for a customer without referrals, such as john's referees", async () => {
    const nobody = { data: [], has_more: false, next_cursor: null };
    expect((await mine((await aCustomer(app, tenant)).token)).body).toEqual(nobody);
    const { body } = await enroll(app, tenant, { referral_code: john.code });
    const token = app.tokens.issue({ audience: 'customer', subject: body.customer_id, tenantId: tenant.id });
    expect((await mine(token)).body).toEqual(nobody);
  });

  it('does not find a customer with the same id in another tenant, whatever the cursor', async () => {
    const other = await aTenant(app);
    const token = app.tokens.issue({ audience: 'customer', subject: john.id, tenantId: other.id });
    const { body } = await mine(john.token, '?limit=1');
    expectProblem(await mine(token), 404, 'customer_not_found');
    expectProblem(await mine(token, `?cursor=${body.next_cursor ?? ''}`), 404, 'customer_not_found');
  });

  it('refuses an inactive customer', async () => {
    const left = await aCustomer(app, tenant);
    await app.patch(`/api/customers/${left.id}`, { status: 'inactive' }, tenant.admin);
    expectProblem(await mine(left.token), 403, 'customer_inactive');
  });

  it('has no reward if the terms give the referrer none', async () => {
    const own = await aTenant(app, { program: changed(GIVE_TEN_GET_TEN, { referral_reward_value: 0 }) });
    const referrer = await aReferrer(app, own);
    await enroll(app, own, { referral_code: referrer.code });
    expect((await mine(referrer.token)).body.data).toMatchObject([{ reward: null }]);
  });

  it.each([
    ['limit=0', 'limit'],
    ['cursor=x', 'cursor'],
    ['customer_id=cus_1', 'customer_id'],
    ['referrer=cus_1', 'referrer'],
  ])('refuses ?%s', async (query, field) => {
    expectInvalid(await mine(john.token, `?${query}`), field);
  });
});
