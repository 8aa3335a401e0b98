import type { Locator, Page } from '@playwright/test';
import { aCustomer, aTenant, codeOf, type TestCustomer, type TestTenant, unique } from './world.js';

/** A business, its customer John Doe, and his code. */
export async function anInvitation(): Promise<{ tenant: TestTenant; john: TestCustomer; code: string }> {
  const tenant = await aTenant();
  const john = await aCustomer(tenant);
  return { tenant, john, code: await codeOf(john) };
}

/** Jane Smith's part of the form. @returns her address */
export async function fillIn(page: Page, email = `jane-${unique()}@example.com`): Promise<string> {
  await page.getByLabel('Name').fill('Jane Smith');
  await page.getByLabel('E-mail').fill(email);
  return email;
}

export const submit = (page: Page): Promise<void> => page.getByRole('button', { name: 'Enroll' }).click();

/** What says that she is enrolled. */
export const enrolled = (page: Page): Locator =>
  page.getByRole('heading', { name: 'You are enrolled, Jane Smith' });
