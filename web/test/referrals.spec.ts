import { readFile } from 'node:fs/promises';
import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import {
  PATH,
  CREDIT_FOR_DISCOUNT,
  FAILED,
  open,
  referrals,
  rows,
  referees,
  drawer,
  link,
} from './support/referrals.js';
import { expect, test } from './support/test.js';
import { A_BUDGET_FOR_ONE, aTenant } from './support/world.js';

test('referrals: the list shows both people, the date and the rewards', async ({ page }) => {
  const tenant = await aTenant({ program: CREDIT_FOR_DISCOUNT });
  const { referrer } = await referrals(tenant, ['Jane Smith', 'Ana Souza', 'Zoë Dubois-Vandenberghe']);
  const { ids } = await referrals(tenant, ['Tom Becker', 'Omar Haddad'], 'María García');
  const voided = { params: { path: { id: ids[0] ?? '' } }, body: { reason: 'refunded' } };
  await answer(tenant.api.POST('/api/referrals/{id}/void', voided));
  await open(page, tenant);
  await expect(page).toHaveTitle('Referrals · Acme Waste');
  await expect(rows(page)).toHaveCount(5);
  const jane = rows(page).filter({ hasText: 'Jane Smith' });
  await expect(jane).toContainText('John Doe');
  await expect(jane).toContainText(referrer.email.toLowerCase());
  await expect(jane).toContainText(/friend-\w+@example.com/);
  await expect(jane).toContainText('$20 credit');
  await expect(jane).toContainText('15% off');
  await expect(jane).toContainText(String(new Date().getUTCFullYear()));
  await expect(jane).toContainText('Confirmed');
  await expect(rows(page).filter({ hasText: 'Tom Becker' })).toContainText('Taken back');
  await inspect(page, 'referrals');
  await page.setViewportSize({ width: 360, height: 740 });
  const cards = page.getByRole('list', { name: 'Referrals' }).getByRole('listitem');
  await expect(cards).toHaveCount(5);
  await expect(cards.first()).toContainText('María García');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Referidos');
  await page.screenshot({ path: 'dist/pictures/referrals-es-phone.png', fullPage: true });
});

test('referrals: who got no reward, and why, stands in the list, the filter and the details', async ({
  page,
}) => {
  const tenant = await aTenant({ program: A_BUDGET_FOR_ONE });
  await referrals(tenant, ['Jane Smith', 'Ana Souza']);
  await open(page, tenant);
  const ana = rows(page).filter({ hasText: 'Ana Souza' });
  await expect(ana.getByText('Budget used up')).toHaveCount(2);
  await expect(ana.getByRole('cell').last()).toHaveText('No reward');
  await expect(rows(page).filter({ hasText: 'Jane Smith' })).not.toContainText('Budget');
  await inspect(page, 'referrals-unrewarded');
  await page.getByLabel('Status').selectOption('No reward');
  await expect(referees(page)).toHaveText(['Ana Souza']);
  await link(page, 'Ana Souza').click();
  await expect(drawer(page)).toContainText('It counts, but no reward comes of it.');
  await expect(drawer(page).getByText('Budget used up')).toHaveCount(2);
  await expect(drawer(page)).toContainText('John Doe: no reward, a limit was reached');
  await inspect(page, 'referral-unrewarded');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByRole('table').getByText('Presupuesto agotado')).toHaveCount(2);
  await inspect(page, 'referrals-unrewarded-es');
});

test('referrals: search, filters and order are in the address, for a reload and the back button', async ({
  page,
}) => {
  const tenant = await aTenant();
  const { referrer, ids } = await referrals(tenant, ['Jane Smith', 'Ana Souza']);
  await referrals(tenant, ['Tom Becker'], 'María García');
  const voided = { params: { path: { id: ids[0] ?? '' } }, body: { reason: 'refunded' } };
  await answer(tenant.api.POST('/api/referrals/{id}/void', voided));
  await open(page, tenant);
  await expect(referees(page)).toHaveText(['Tom Becker', 'Ana Souza', 'Jane Smith']);

  await page.getByLabel('Search').fill('  SOUZA');
  await expect(referees(page)).toHaveText(['Ana Souza']);
  await page.reload();
  await expect(page.getByLabel('Search')).toHaveValue('SOUZA');
  await expect(referees(page)).toHaveText(['Ana Souza']);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(referees(page)).toHaveCount(3);
  await expect(page.getByLabel('Search')).toHaveValue('');

  await page.getByLabel('Status').selectOption('Voided');
  await expect(referees(page)).toHaveText(['Jane Smith']);
  expect(new URL(page.url()).search).toBe('?status=rejected');
  await page.goBack();
  await expect(referees(page)).toHaveCount(3);

  await page.getByLabel('Order').selectOption('Oldest first');
  await expect(referees(page)).toHaveText(['Jane Smith', 'Ana Souza', 'Tom Becker']);

  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel('From').fill(today);
  await page.getByLabel('To', { exact: true }).fill(today);
  await expect(page).toHaveURL(new RegExp(`from=${today}&to=${today}`));
  await expect(referees(page)).toHaveCount(3);
  await page.getByLabel('To', { exact: true }).fill('2020-01-01');
  await page.getByLabel('From').fill('2020-01-01');
  await expect(page.getByRole('heading', { name: 'No referrals match' })).toBeVisible();

  await page.goto(`${PATH}?referrer_customer_id=${referrer.id}`);
  await expect(page.getByText('Only referrals by John Doe')).toBeVisible();
  await expect(referees(page)).toHaveText(['Ana Souza', 'Jane Smith']);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(referees(page)).toHaveCount(3);
});

test('referrals: three pages, next and previous, also by the browser’s buttons, and a reload stays', async ({
  page,
}) => {
  const tenant = await aTenant();
  const names = Array.from({ length: 60 }, (_, at) => `Friend ${at + 1}`);
  await referrals(tenant, names);
  const newest = names.toReversed();
  await open(page, tenant);
  const next = page.getByRole('button', { name: 'Next' });
  const previous = page.getByRole('button', { name: 'Previous' });
  await expect(referees(page)).toHaveText(newest.slice(0, 25));
  await expect(previous).toHaveAttribute('aria-disabled', 'true');
  await next.click();
  await expect(referees(page)).toHaveText(newest.slice(25, 50));
  await page.reload();
  await expect(referees(page)).toHaveText(newest.slice(25, 50));
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(referees(page)).toHaveText(newest.slice(50));
  await expect(page.getByText('Page 3', { exact: true })).toBeVisible();
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await expect(next).toBeFocused();
  await link(page, 'Friend 4').click();
  await expect(drawer(page)).toBeVisible();
  await page.goBack();
  await expect(referees(page)).toHaveText(newest.slice(50));
  await previous.click();
  await expect(referees(page)).toHaveText(newest.slice(25, 50));
  await previous.click();
  await expect(referees(page)).toHaveText(newest.slice(0, 25));
  await page.goBack();
  await expect(referees(page)).toHaveText(newest.slice(25, 50));
  await page.getByLabel('Search').fill('Friend 6');
  await expect(referees(page)).toHaveText(['Friend 60', 'Friend 6']);
  await expect(next).toBeHidden();
});

test('referrals: an empty list shows how to begin', async ({ page }) => {
  const tenant = await aTenant({ program: null });
  await open(page, tenant);
  await expect(page.getByRole('heading', { name: 'No referrals yet' })).toBeVisible();
  await inspect(page, 'referrals-empty');
  await page.getByRole('link', { name: 'Set up the program' }).click();
  await expect(page).toHaveURL(/\/dashboard\/settings\/referrals$/);
});

test('referrals: the list while it loads, its error, and a retry', async ({ page }) => {
  const tenant = await aTenant();
  await referrals(tenant, ['Jane Smith']);
  let answers = (): void => undefined;
  const held = new Promise<void>((resolve) => (answers = resolve));
  await page.route('**/api/referrals?*', async (route) => {
    await held;
    await route.fulfill(FAILED);
  });
  await open(page, tenant);
  await expect(page.getByRole('heading', { name: 'Referrals' })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading …' })).toBeVisible();
  await page.screenshot({ path: 'dist/pictures/referrals-loading.png' });
  answers();
  await expect(page.getByRole('alert')).toContainText('Something went wrong on our side');
  await inspect(page, 'referrals-error');
  await page.unroute('**/api/referrals?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(referees(page)).toHaveText(['Jane Smith']);
});

test('referrals: the list as a file, with the filters of the list', async ({ page }) => {
  const tenant = await aTenant();
  await referrals(tenant, ['Jane Smith', '=HYPERLINK("https://evil.example")'], 'José Núñez');
  await referrals(tenant, ['Tom Becker'], 'María García');
  await open(page, tenant, '?q=jos');
  await expect(referees(page)).toHaveCount(2);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^referrals-\d{4}-\d\d-\d\d\.csv$/);
  const [header = '', ...lines] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(header).toMatch(/^id,created_at,status,/);
  expect(lines).toHaveLength(2);
  expect(lines.join()).toContain('José Núñez');
  expect(lines.join()).toContain('Jane Smith');
  expect(lines.join()).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  await expect(page.getByText('Exported 2 referrals.')).toBeVisible();

  await page.route('**/api/referrals/export.csv*', (route) => route.fulfill(FAILED));
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'That didn’t work' })).toBeVisible();
  await page.unroute('**/api/referrals/export.csv*');
});
