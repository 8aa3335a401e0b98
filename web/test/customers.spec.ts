import type { Page } from '@playwright/test';
import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { aCustomer, aTenant, codeOf, enroll, type TestTenant } from './support/world.js';

// Screenshots of every step.
test.describe.configure({ timeout: 120_000 });

const open = (page: Page, { token }: TestTenant, path = ''): Promise<unknown> =>
  page.goto(`/dashboard/customers${path}#token=${token}`);

const BROKEN = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status: 500, title: 'Internal Server Error', code: 'internal_error' }),
};

test('a tenant without customers adds the first, finds and edits them', async ({ page }) => {
  await open(page, await aTenant());
  await expect(page.getByRole('heading', { name: 'No customers yet' })).toBeVisible();
  await inspect(page, 'customers-empty');

  await page.getByRole('button', { name: 'Add customer' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add customer' });
  await dialog.getByRole('button', { name: 'Add customer' }).click();
  await expect(dialog.getByText('Please fill this in.')).toHaveCount(2);
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await dialog.getByLabel('Name').fill('Ana Torres');
  await dialog.getByLabel('E-mail').fill('ana');
  await dialog.getByLabel('E-mail').press('Enter');
  await expect(dialog.getByText('This is not an e-mail address.')).toBeVisible();
  await inspect(page, 'customers-add-refused');
  await dialog.getByLabel('E-mail').fill('ana@example.com');
  await dialog.getByLabel('Phone').fill('+1 555 0100');
  await dialog.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByText('Ana Torres was added.')).toBeVisible();
  await expect(dialog).toBeHidden();

  await page.getByRole('link', { name: 'Ana Torres' }).click();
  const details = page.getByRole('dialog', { name: 'Customer' });
  await details.getByRole('button', { name: 'Edit' }).click();
  await details.getByLabel('Name').fill('Ana Torres Vega');
  await details.getByRole('button', { name: 'Save changes' }).click();
  await expect(details.getByRole('heading', { name: 'Ana Torres Vega' })).toBeVisible();
  await expect(details.getByText('+1 555 0100')).toBeVisible();
});

test('an address of another customer is refused at its field', async ({ page }) => {
  const tenant = await aTenant();
  const { email } = await aCustomer(tenant);
  await open(page, tenant);
  await page.getByRole('button', { name: 'Add customer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add customer' });
  await dialog.getByLabel('Name').fill('John Doe');
  await dialog.getByLabel('E-mail').fill(email.toUpperCase());
  await dialog.getByRole('button', { name: 'Add customer' }).click();
  await expect(dialog.getByLabel('E-mail')).toHaveAccessibleDescription(
    'Another customer has this e-mail address.',
  );
  await expect(dialog.getByLabel('E-mail')).toBeFocused();
});

test('the search, the filters and the page of the list are in the address', async ({ page }) => {
  const tenant = await aTenant();
  const { email } = await aCustomer(tenant, { name: 'María José Núñez' });
  const gone = await aCustomer(tenant, { name: 'Gone Away' });
  const path = { path: { id: gone.id } };
  await answer(tenant.api.PATCH('/api/customers/{id}', { params: path, body: { status: 'inactive' } }));
  await Promise.all(Array.from({ length: 50 }, (_, at) => aCustomer(tenant, { name: `Customer ${at}` })));
  await open(page, tenant);
  await expect(page.getByRole('row')).toHaveCount(51);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('link', { name: 'María José Núñez' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(3);

  await page.getByRole('searchbox').fill(' nÚñez ');
  await expect(page).toHaveURL(/[?]q=n%C3%9A%C3%B1ez$/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('nÚñez');
  await expect(page.getByText(email)).toBeVisible();

  await page.getByLabel('Status').selectOption('Inactive');
  await expect(page.getByRole('heading', { name: 'No customers match' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('row')).toHaveCount(51);
  await page.getByLabel('Status').selectOption('Inactive');
  await expect(page.getByRole('link', { name: 'Gone Away' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a customer’s details show credit, referrals and rewards; they are deactivated and activated', async ({
  page,
}) => {
  const tenant = await aTenant({
    program: {
      referral_enabled: true,
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_reward_referee_type: 'discount_percent',
      referral_reward_referee_value: 15,
    },
  });
  const john = await aCustomer(tenant, { name: 'John Doe' });
  const referral_code = await codeOf(john);
  await enroll(tenant, { name: 'Jane Smith', referral_code });
  await enroll(tenant, { name: 'Bartholomew Featherstonehaugh', referral_code });
  for (const name of ['Ana Torres', 'María José Núñez']) await aCustomer(tenant, { name });
  await open(page, tenant, `?customer=${john.id}`);
  const details = page.getByRole('dialog', { name: 'Customer' });
  await expect(details.getByText('$40', { exact: true })).toBeVisible();
  await expect(details.getByText('$20 of $20')).toHaveCount(2);
  await expect(details.getByText('Jane Smith')).toBeVisible();
  await expect(details.getByText('for referring a friend')).toHaveCount(2);
  await expect(details.getByRole('link', { name: 'See all their referrals' })).toHaveAttribute(
    'href',
    `/dashboard/customers/referrals?referrer_customer_id=${john.id}`,
  );
  await inspect(page, 'customers-details');

  await details.getByRole('button', { name: 'Deactivate' }).click();
  await expect(details.getByText('Their referral code stops working')).toBeVisible();
  await expect(details.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await details.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('John Doe is now inactive.')).toBeVisible();
  await details.getByRole('button', { name: 'Activate' }).click();
  await expect(page.getByText('John Doe is active again.')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(page).toHaveURL(/customers$/);
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByRole('button', { name: 'Añadir cliente' })).toBeVisible();
  await inspect(page, 'customers-es');
});

test('a list that fails shows the error and retries; so does a missing customer', async ({ page }) => {
  const tenant = await aTenant();
  const { name } = await aCustomer(tenant);
  await page.route('**/api/customers?*', (route) => route.fulfill(BROKEN));
  await page.route('**/api/customers', (route) => route.fulfill(BROKEN));
  await open(page, tenant);
  await expect(page.getByRole('alert')).toContainText('Something went wrong on our side.');
  await inspect(page, 'customers-error');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
  await open(page, tenant, '?customer=cus_nobody');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('There is no such customer.');
});
