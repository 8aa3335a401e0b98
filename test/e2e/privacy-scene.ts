import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { TestApp } from '../support/app.js';
import {
  aReferrer,
  aTenant,
  codeOf,
  enroll,
  redeem,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';

/** The person to erase, with values that occur nowhere else. */
export const ZOE = {
  name: 'Zoë Quillfeather',
  email: 'Zoe.Quillfeather+shop@gmail.com',
  phone: '+49 171 5550 4711',
};
const RENAMED = {
  name: 'Zora Quillfeather',
  email: 'zq.quillfeather@example.com',
  phone: '+49 171 5550 4712',
};

/** Parts of her personal data, each of which identifies her. */
export const TRACES = /quillfeather|zoë|zoe|zora|5550|55504711|55504712/i;

/** A customer with every kind of data: a referee and referrer with rewards and redemptions, who has changed her name. */
export interface PrivacyScene {
  tenant: TestTenant;
  /** The customer who referred her. */
  john: TestReferrer;
  zoe: { id: string; token: string; code: string };
  enrolled: EnrollmentAnswer;
  /** A friend whom she referred. */
  friend: EnrollmentAnswer;
}

/** @param currency any: 100,000 of its smallest unit are more than the discount and the credit together */
export async function aPrivacyScene(app: TestApp, currency = 'USD'): Promise<PrivacyScene> {
  const tenant = await aTenant(app, { currency });
  await saveProgram(app, tenant, { referral_reward_type: 'credit' });
  const john = await aReferrer(app, tenant, {
    name: 'John Winterbottom',
    email: 'j.winterbottom@example.com',
  });
  const { body: enrolled } = await enroll(app, tenant, { ...ZOE, referral_code: john.code });
  const id = enrolled.customer_id;
  const path = `/api/customers/${id}`;
  const token = app.tokens.issue({ audience: 'customer', subject: id, tenantId: tenant.id });
  const code = await codeOf(app, { id, token } as TestReferrer);
  await app.patch(path, RENAMED, tenant.admin);
  await app.patch(path, ZOE, tenant.admin);
  const friendly = { name: 'Fanny Oddsworth', email: 'fanny.oddsworth@example.com', referral_code: code };
  const { body: friend } = await enroll(app, tenant, friendly);
  const grant = { amount_cents: 700, reason: 'goodwill' };
  await app.post(`${path}/credit/adjustments`, grant, tenant.admin);
  const { body: redemption } = await redeem(app, tenant, id, { amount_cents: 100_000 });
  const back = { amount_cents: 1, reason: 'one cent back' };
  await app.post(`/api/redemptions/${redemption.id}/reverse`, back, tenant.admin);
  return { tenant, john, zoe: { id, token, code }, enrolled, friend };
}

/** Returns the rows of all tables, as text, that match the pattern. */
export async function rowsWith(app: TestApp, pattern: RegExp): Promise<string[]> {
  const tables = await app.database.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await app.database.sql<{ row: string }>(`select t::text as row from ${name} t`);
    found.push(...rows.filter(({ row }) => pattern.test(row)).map(({ row }) => `${name} ${row}`));
  }
  return found;
}
