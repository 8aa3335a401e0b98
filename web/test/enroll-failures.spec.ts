import type { Route } from '@playwright/test';
import { answer } from 'referrals-sdk';
import { anInvitation, enrolled, fillIn, submit } from './support/enrolling.js';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { aCustomer, aTenant, suspend, type TestTenant } from './support/world.js';

const problem = (status: number, code: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: 'Refused', status, code, detail: 'Refused.' }),
});

const customersOf = async ({ api }: TestTenant, q: string) =>
  (await answer(api.GET('/api/customers', { params: { query: { q } } }))).data;

test('refusals of the API are shown at their fields, and the first has the focus', async ({ page }) => {
  const { tenant, code } = await anInvitation();
  await page.goto(`/enroll/${tenant.slug}?ref=${code}`);
  await page.getByLabel('E-mail').fill('jane at home');
  await page.getByLabel('Phone').fill('1'.repeat(41));
  await submit(page);
  await expect(page.getByLabel('Name')).toBeFocused();
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/Please enter your name/);
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/complete e-mail address/);
  await expect(page.getByLabel('Phone')).toHaveAccessibleDescription(/40 characters/);
  await inspect(page, 'enroll-field-errors');
  for (const [label, autocomplete, inputmode] of [
    ['Name', 'name', null],
    ['E-mail', 'email', 'email'],
    ['Phone', 'tel', 'tel'],
  ] as const) {
    await expect(page.getByLabel(label)).toHaveAttribute('autocomplete', autocomplete);
    if (inputmode !== null) await expect(page.getByLabel(label)).toHaveAttribute('inputmode', inputmode);
  }
});

test('an existing customer gets a friendly notice', async ({ page }) => {
  const { tenant, code } = await anInvitation();
  const { email } = await aCustomer(tenant, { name: 'Jane Smith' });
  await page.goto(`/enroll/${tenant.slug}?ref=${code}`);
  await fillIn(page, email.toUpperCase());
  await submit(page);
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(
    /You are already a customer of Acme Waste/,
  );
});

test('a double click is one enrollment', async ({ page }) => {
  const tenant = await aTenant();
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/enrollments')) sent++;
  });
  await page.goto(`/enroll/${tenant.slug}`);
  const email = await fillIn(page);
  await page.getByRole('button', { name: 'Enroll' }).dblclick();
  await expect(enrolled(page)).toBeVisible();
  expect(sent).toBe(1);
  expect(await customersOf(tenant, email)).toHaveLength(1);
});

test('after a lost answer, a retry shows the same confirmation and enrolls nobody twice', async ({
  page,
}) => {
  const { tenant, code } = await anInvitation();
  const keys: (string | undefined)[] = [];
  const lose = async (route: Route): Promise<void> => {
    keys.push(route.request().headers()['idempotency-key']);
    await route.fetch(); // processed …
    await route.abort('connectionreset'); // … but the answer is lost
  };
  await page.route('**/api/enrollments', lose);
  await page.goto(`/enroll/${tenant.slug}?ref=${code}`);
  const email = await fillIn(page);
  await submit(page);
  await expect(page.getByRole('alert')).toContainText('could not be reached');
  await expect(page.getByText('Your entries are still here')).toBeVisible();
  await page.unroute('**/api/enrollments', lose);
  const again = page.waitForRequest('**/api/enrollments');
  await submit(page);
  keys.push((await again).headers()['idempotency-key']);
  await expect(page.getByText('10% off from John Doe’s invitation')).toBeVisible();
  expect(new Set(keys).size).toBe(1);
  expect(await customersOf(tenant, email)).toHaveLength(1);
  expect((await answer(tenant.api.GET('/api/referrals'))).data).toHaveLength(1);
});

test('a changed form is a new request', async ({ page }) => {
  const tenant = await aTenant();
  const keys: (string | undefined)[] = [];
  await page.route('**/api/enrollments', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    await route.fulfill(problem(500, 'internal_error'));
  });
  await page.goto(`/enroll/${tenant.slug}`);
  await fillIn(page);
  await submit(page);
  await expect(page.getByRole('alert')).toContainText('Something went wrong on our side.');
  await inspect(page, 'enroll-failed');
  await page.getByLabel('Phone').fill('+1 555 0100');
  await submit(page);
  await expect.poll(() => new Set(keys).size).toBe(2);
});

test('too many requests, or no network: the error is shown, the entries stay, and codes prevent no enrollment', async ({
  page,
  context,
}) => {
  const { tenant, code } = await anInvitation();
  await page.route('**/api/**', (route) =>
    route.request().method() === 'GET'
      ? route.continue()
      : route.fulfill({ ...problem(429, 'too_many_requests'), headers: { 'retry-after': '30' } }),
  );
  await page.goto(`/enroll/${tenant.slug}?ref=${code}`);
  await expect(page.getByText('Too many codes were checked just now')).toBeVisible();
  await fillIn(page);
  await submit(page);
  await expect(page.getByRole('alert')).toContainText('Please wait a moment.');
  await page.unroute('**/api/**');
  await context.setOffline(true);
  await submit(page);
  await expect(page.getByRole('alert')).toContainText('could not be reached');
  await expect(page.getByLabel('Name')).toHaveValue('Jane Smith');
  await context.setOffline(false);
  await submit(page);
  await expect(enrolled(page)).toBeVisible();
});

test('a link to no business, and a failing service', async ({ page }) => {
  await page.goto('/enroll/nobody-here?ref=KH7N4WP3');
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await inspect(page, 'enroll-nowhere');
  const tenant = await aTenant();
  await page.route('**/api/branding?*', (route) => route.fulfill(problem(500, 'internal_error')), {
    times: 1,
  });
  await page.goto(`/enroll/${tenant.slug}`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Enroll with Acme Waste' })).toBeVisible();
});

test('a suspended business looks like none; the page of an open one has its color', async ({ page }) => {
  const tenant = await aTenant();
  await answer(tenant.api.PUT('/api/branding', { body: { brand_color: '#7a1f4d' } }));
  await page.goto(`/enroll/${tenant.slug}`);
  const button = page.getByRole('button', { name: 'Enroll' });
  const [red, green] = await button.evaluate((element) =>
    (getComputedStyle(element).backgroundColor.match(/\d+/g) ?? []).map(Number),
  );
  expect(red).toBeGreaterThan(2 * (green ?? 0));
  await suspend(tenant);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});
