import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aPromo,
  aReferrer,
  aTenant,
  enroll,
  grantCredit,
  redeem,
  type TestTenant,
} from '../support/factories.js';

/** The rules that no code, present or future, can break: tried in SQL, as a superuser. */
describe('the database itself', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let other: TestTenant;
  let enrolled: EnrollmentAnswer;

  async function arrange(currency = 'USD'): Promise<void> {
    tenant = await aTenant(app, { currency });
    other = await aTenant(app, { currency });
    await aCustomer(app, tenant, { id: 'cus_third' });
    await aCustomer(app, other, { id: 'cus_elsewhere' });
    await aReferrer(app, tenant, { id: 'cus_maria' });
    const john = await aReferrer(app, tenant, { id: 'cus_john' });
    const promo = await aPromo(app, tenant, { max_redemptions: 3, combinable_with_referral: true });
    ({ body: enrolled } = await enroll(app, tenant, {
      email: 'jane@example.com',
      referral_code: john.code,
      promo_code: promo.code,
    }));
    for (const id of ['cus_maria', 'cus_john']) await grantCredit(app, tenant, id, 500);
    await redeem(app, tenant, 'cus_john'); // uses the discount and the credit
  }

  const REFERRAL = 'tenant_id, id, referrer_customer_id, referee_customer_id';
  const COPY = 'referral_code, terms_version, status, created_at from referral where tenant_id = $1';
  const REWARD = `insert into reward select (jsonb_populate_record(reward, '{"id": "rwd_2"}')).* from reward
                   where tenant_id = $1`;

  const expectRefused = async (statement: string, constraint: string): Promise<void> => {
    expect(enrolled.referral.status).toBe('applied');
    const text = statement.replace('$other', other.id);
    await expect(app.database.sql(text, [tenant.id])).rejects.toMatchObject({ constraint });
  };

  describe('about people, codes and terms', () => {
    beforeAll(() => arrange());

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
      ['a reward of nothing', 'update reward set value_units = 0 where tenant_id = $1', 'reward_value'],
      [
        'terms above 100 percent',
        'update program_terms set referrer_units = 10001 where tenant_id = $1',
        'program_terms_referrer',
      ],
      [
        'a hold without an end',
        'update program_terms set hold_days = 91 where tenant_id = $1',
        'program_terms_hold_days',
      ],
      [
        'a referral stored as applied: that follows from its rewards',
        `update referral set status = 'applied' where tenant_id = $1`,
        'referral_status',
      ],
      [
        'a promo used without its terms',
        'update enrollment set promo_combinable = null where tenant_id = $1',
        'enrollment_promo_terms',
      ],
    ])('refuses %s', (_, statement, constraint) => expectRefused(statement, constraint));

    it('refuses a program that points to terms which nobody wrote, at the commit', async () => {
      await app.database.sql('begin');
      await app.database.sql('update referral_program set terms_version = 99 where tenant_id = $1', [
        tenant.id,
      ]);
      await expect(app.database.sql('commit')).rejects.toMatchObject({
        constraint: 'referral_program_terms',
      });
    });
  });

  describe.each(CURRENCIES)('about amounts in $currency', ({ currency }) => {
    beforeAll(() => arrange(currency));

    it.each([
      [
        'less than nothing used of a limit',
        `insert into reward_allowance values ($1, 'budget', '', '2026-01', -1)`,
        'reward_allowance_used',
      ],
      [
        'a credit that waits for an invoice as discounts do',
        `update reward set type = 'credit', status = 'available' where tenant_id = $1`,
        'reward_credit',
      ],
      [
        'a second redemption of an invoice',
        `insert into redemption select (jsonb_populate_record(redemption, '{"id": "rdm_2"}')).* from redemption
        where tenant_id = $1`,
        'redemption_invoice_key',
      ],
      [
        'a redemption that does not add up',
        'update redemption set total_cents = total_cents + 1 where tenant_id = $1',
        'redemption_adds_up',
      ],
      [
        'more reversed than was used',
        `update redemption set reversed_cents = discount_cents + credit_cents + 1 where tenant_id = $1`,
        'redemption_reversed',
      ],
      [
        'a redemption that says it was reversed, and was not',
        `update redemption set status = 'reversed' where tenant_id = $1`,
        'redemption_status',
      ],
      [
        'a line that does not add up',
        'update redemption_line set amount_cents = amount_cents + 1 where tenant_id = $1',
        'redemption_line_adds_up',
      ],
      [
        'more credit given back than a line took',
        `update redemption_line set restored_cents = amount_cents + 1 where tenant_id = $1 and source = 'credit'`,
        'redemption_line_restored',
      ],
      [
        'a line of credit from no lot',
        `update redemption_line set lot_id = null where tenant_id = $1 and source = 'credit'`,
        'redemption_line_source',
      ],
      [
        'a lot below zero',
        'update credit_lot set remaining_cents = -1 where tenant_id = $1',
        'credit_lot_remaining',
      ],
      [
        'a lot above what was granted',
        'update credit_lot set remaining_cents = granted_cents + 1 where tenant_id = $1',
        'credit_lot_remaining',
      ],
      [
        'two lots for one reward',
        `update credit_lot set reward_id = (select id from reward where tenant_id = $1 limit 1) where tenant_id = $1`,
        'credit_lot_reward_key',
      ],
      [
        'a balance below zero',
        'update credit_account set balance_cents = -1 where tenant_id = $1',
        'credit_account_balance',
      ],
      [
        'two entries with one number',
        `insert into credit_entry select (jsonb_populate_record(credit_entry, '{"id": "cre_2"}')).* from credit_entry
        where tenant_id = $1`,
        'credit_entry_pkey',
      ],
      [
        'an entry on the lot of another customer',
        `update credit_entry set customer_id = 'cus_maria', sequence = 99 where tenant_id = $1 and customer_id = 'cus_john'
          and kind = 'grant'`,
        'credit_entry_tenant_id_customer_id_lot_id_fkey',
      ],
      [
        'an entry for an invoice that gives instead of taking',
        `update credit_entry set amount_cents = -amount_cents where tenant_id = $1 and kind = 'capture'`,
        'credit_entry_amount',
      ],
      [
        'an entry outside the chain',
        `update credit_entry set hash = '' where tenant_id = $1`,
        'credit_entry_hash',
      ],
    ])('refuses %s', (_, statement, constraint) => expectRefused(statement, constraint));
  });
});
