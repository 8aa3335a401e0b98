import type { Locator, Page } from '@playwright/test';
import { answer, type Schemas } from 'referrals-sdk';
import {
  aCustomer,
  aTenant,
  codeOf,
  GIVE_TEN_GET_TEN,
  type TestCustomer,
  type TestTenant,
  unique,
} from './world.js';

/** Creates a business, its customer John Doe and his code. */
export async function anInvitation(
  program: Schemas['SaveConfigRequest'] = GIVE_TEN_GET_TEN,
): Promise<{ tenant: TestTenant; john: TestCustomer; code: string }> {
  const tenant = await aTenant({ program });
  const john = await aCustomer(tenant);
  return { tenant, john, code: await codeOf(john) };
}

/** Creates the promo SPRING15. */
export const aPromo = (
  tenant: TestTenant,
  combinable: boolean,
  percent = 15,
): Promise<Schemas['PromoAnswer']> =>
  answer(
    tenant.api.POST('/api/promos', {
      body: {
        code: 'SPRING15',
        discount_type: 'discount_percent',
        discount_value: percent,
        combinable_with_referral: combinable,
      },
    }),
  );

/** Fills in the form for Jane Smith. @returns her address */
export async function fillIn(page: Page, email = `jane-${unique()}@example.com`): Promise<string> {
  await page.getByLabel('Name').fill('Jane Smith');
  await page.getByLabel('E-mail').fill(email);
  return email;
}

export const submit = (page: Page): Promise<void> => page.getByRole('button', { name: 'Enroll' }).click();

/** Finds the confirmation of the enrollment. */
export const enrolled = (page: Page): Locator =>
  page.getByRole('heading', { name: 'You are enrolled, Jane Smith' });

/** Redeems an invoice of $100, as the billing system does. */
export async function payABill(tenant: TestTenant, email: string): Promise<void> {
  const { data } = await answer(tenant.api.GET('/api/customers', { params: { query: { q: email } } }));
  const body = {
    customer_id: data[0]?.id ?? '',
    invoice_id: unique(),
    currency: 'USD',
    amount_cents: 10_000,
  };
  await answer(tenant.api.POST('/api/redemptions', { body }));
}
