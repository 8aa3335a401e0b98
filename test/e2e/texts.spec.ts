import type { Page } from '../../src/core/http/page.js';
import { isVisibleText } from '../../src/common/visible-text.js';
import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { CustomerAnswer } from '../../src/customer/customer.dto.js';
import { DEMO_TENANT, FRIENDS, MEMBERS } from '../../src/app/demo/demo-data.js';
import type {
  MyReferralAnswer,
  ReferralAnswer,
  ReferralDetailAnswer,
  ReferralValidation,
} from '../../src/referral/referral.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  anEmail,
  aReferee,
  aReferrer,
  aTenant,
  codeOf,
  enroll,
  redeem,
  type TestTenant,
} from '../support/factories.js';
import { platformToken } from './expectations.js';

/** Names as people have them, and as others invent them. */
const NAMES = [
  "O'Brien",
  '李雷',
  '<img src=x onerror=alert(1)>',
  '🧑‍🚀 Zoë 🇨🇭',
  'محمد علي',
  'אברהם',
  'می\u200cخواهم ක්\u200dරි രാജന്\u200d',
  'ǃXóõ & X Æ A-12',
  "Robert'); drop table customer;--",
  '"quoted" \\ back\\slash',
  'a  b   c',
  ' leading and trailing ',
  'Ångström e\u0301',
  '${7*7} {{7*7}} %s %d',
  '__proto__',
  'null',
  'a'.repeat(200),
  '😀'.repeat(200),
];

/** Each with what a report calls it. */
const CASES = NAMES.map((name): [string, string] => [
  name.length > 40 ? `${name.slice(0, 2)} × 200` : JSON.stringify(name),
  name,
]);

/** Short enough, and without blanks around it, which a billing system would lose. */
const isInvoiceId = (id: string): boolean => Array.from(id).length <= 128 && id === id.trim();

describe('texts are stored and given back exactly as they came', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeAll(async () => (tenant = await aTenant(app)));

  /** A tenant in one of the currencies, which take turns from text to text. */
  const aTenantFor = (text: string): Promise<TestTenant> =>
    aTenant(app, CURRENCIES[NAMES.indexOf(text) % CURRENCIES.length]);

  it.each(CASES)('a customer named %s', async (_, name) => {
    const made = await app.post<CustomerAnswer>('/api/customers', { name, email: anEmail() }, tenant.admin);
    expect(made).toMatchObject({ status: 201, body: { name } });
    const path = `/api/customers/${made.body.id}`;
    expect((await app.get(path, tenant.admin)).body).toMatchObject({ name });
    const listed = await app.get<Page<CustomerAnswer>>('/api/customers?limit=1', tenant.admin);
    expect(listed.body.data).toMatchObject([{ name }]);
    const { body } = await app.patch(path, { name: `${name.slice(0, 100)}!` }, tenant.admin);
    expect(body).toMatchObject({ name: `${name.slice(0, 100)}!` });
    expect(await app.database.sql('select name from customer where id = $1', [made.body.id])).toEqual([
      { name: `${name.slice(0, 100)}!` },
    ]);
  });

  it.each(CASES)('a referrer and a referee named %s', async (_, name) => {
    const referrer = await aCustomer(app, tenant, { name });
    const code = await codeOf(app, referrer);
    const { status, body } = await enroll(app, tenant, { name, referral_code: code });
    expect(status).toBe(201);
    const listed = await app.get<Page<ReferralAnswer>>('/api/referrals?limit=1', tenant.admin);
    expect(listed.body.data).toMatchObject([{ referrer_name: name, referee_name: name }]);
    const detail = await app.get(`/api/referrals/${body.referral.referral_id}`, tenant.admin);
    expect(detail.body).toMatchObject({ referrer_name: name, referee_name: name });
    const asked = { referral_code: code, tenant_slug: tenant.slug };
    const valid = await app.post<ReferralValidation>('/api/referrals/validate', asked);
    expect(valid.body.referrer_name).toBe(name);
    const mine = await app.get<Page<MyReferralAnswer>>('/api/referrals/mine', referrer.token);
    expect(mine.status).toBe(200);
    expect(mine.body.data[0]?.referee_name.isWellFormed()).toBe(true);
  });

  it.each(CASES)('by which a customer is found: %s', async (_, name) => {
    const own = await aTenant(app);
    await aCustomer(app, own, { name });
    const query = `?q=${encodeURIComponent(name)}`;
    const { body } = await app.get<Page<CustomerAnswer>>(`/api/customers${query}`, own.admin);
    expect(body.data).toMatchObject([{ name }]);
  });

  it.each(CASES.filter(([, id]) => isInvoiceId(id)))('an invoice with the id %s', async (_, id) => {
    const own = await aTenantFor(id);
    const customer = await aCustomer(app, own);
    const { status, body } = await redeem(app, own, customer.id, { invoice_id: id });
    expect([status, body.invoice_id, body.currency]).toEqual([201, id, own.currency]);
    const query = `?invoice_id=${encodeURIComponent(id)}`;
    const found = await app.get<Page<RedemptionAnswer>>(`/api/redemptions${query}`, own.admin);
    expect(found.body.data).toEqual([body]);
  });

  it.each(CASES.filter(([, id]) => !isInvoiceId(id)))('but no invoice with the id %s', async (_, id) => {
    const customer = await aCustomer(app, tenant);
    const { status, body } = await redeem(app, tenant, customer.id, { invoice_id: id });
    expect([status, body]).toMatchObject([422, { errors: [{ field: 'invoice_id' }] }]);
  });

  it.each(CASES)('the reason %s', async (_, reason) => {
    const own = await aTenantFor(reason);
    const { id, code } = await aReferrer(app, own);
    const credit = `/api/customers/${id}/credit/adjustments`;
    const granted = await app.post<CreditStatementAnswer>(credit, { amount_cents: 500, reason }, own.admin);
    expect(granted.body.entries).toMatchObject([{ amount_cents: 500, reason }]);
    const { body: redemption } = await redeem(app, own, id);
    const reverse = `/api/redemptions/${redemption.id}/reverse`;
    const reversed = await app.post<RedemptionAnswer>(reverse, { reason }, own.admin);
    expect(reversed.body.reversals).toMatchObject([{ credit_cents: 500, reason }]);
    const { referral } = await aReferee(app, own, { referral_code: code });
    const end = `/api/referrals/${referral.referral_id}/void`;
    const ended = await app.post<ReferralDetailAnswer>(end, { reason }, own.admin);
    expect(ended.body.timeline.map(({ detail }) => detail)).toContain(reason);
  });

  it.each(CASES)('a tenant named %s', async (_, name) => {
    const slug = `t-${NAMES.indexOf(name)}`;
    const { body } = await app.post<TenantAnswer>('/api/tenants', { slug, name }, platformToken(app));
    expect((await app.get(`/api/tenants/${body.id}`, platformToken(app))).body).toMatchObject({ slug, name });
  });

  it('a phone number between the marks that an address book copies with it', async () => {
    const phone = '\u202a+1 555 0199\u202c';
    const { status, body } = await app.post(
      '/api/customers',
      { name: 'Ada', email: anEmail(), phone },
      tenant.admin,
    );
    expect([status, body]).toMatchObject([201, { phone }]);
  });

  it('the demo shows no name that the API would refuse', () => {
    expect(
      [DEMO_TENANT, ...MEMBERS, ...FRIENDS].map(({ name }) => name).filter((name) => !isVisibleText(name)),
    ).toEqual([]);
  });

  it('never as HTML: an answer is JSON, whatever it holds', async () => {
    const { headers } = await app.get('/api/customers', tenant.admin);
    expect(headers.get('content-type')).toMatch(/^application\/json\b/);
  });
});
