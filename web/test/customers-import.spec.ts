import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { aTenant, type TestTenant } from './support/world.js';

// Thousands of rows, and screenshots of every step.
test.describe.configure({ timeout: 150_000 });

const open = (page: Page, { token }: TestTenant): Promise<unknown> =>
  page.goto(`/dashboard/customers/import#token=${token}`);

const choose = (page: Page, text: string, name = 'customers.csv'): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });

const fileOf = (rows: number): string =>
  ['name,email', ...Array.from({ length: rows }, (_, at) => `Customer ${at},c${at}@example.com`)].join(
    '\r\n',
  );

/** Finds a figure of the summary. */
const figure = (page: Page, name: string) =>
  page.locator('dl > div', { hasText: name }).getByRole('definition');

test('good rows are imported, bad ones are listed by row and downloaded, and imported once corrected', async ({
  page,
}) => {
  const tenant = await aTenant();
  await open(page, tenant);
  const lines = fileOf(600)
    .split('\r\n')
    .map((line, at) => `${line},${at === 0 ? 'phone,City' : ',Reno'}`);
  lines.splice(3, 1, '=1+1,not an address,+1 555,Reno');
  lines.push('', 'Again,C0@example.com,,Reno', ',nameless@example.com,,Reno');
  await choose(page, lines.join('\r\n'));
  await expect(page.getByText('602 customers in customers.csv')).toBeVisible();
  await expect(page.getByText('This column is ignored: City.')).toBeVisible();
  await inspect(page, 'import-preview');
  await page.getByRole('button', { name: 'Import 602 customers' }).click();
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeFocused();
  await expect(figure(page, 'Added')).toHaveText('599');
  await expect(figure(page, 'Not imported')).toHaveText('3');
  await expect(page.getByRole('listitem').filter({ hasText: 'Row 4' })).toContainText(
    'not an e-mail address',
  );
  await expect(page.getByRole('listitem').filter({ hasText: 'Row 603' })).toContainText('as in row 2');
  await expect(page.getByRole('listitem').filter({ hasText: 'Row 604' })).toContainText(
    'Please fill this in.',
  );
  await inspect(page, 'import-done');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download these rows' }).click();
  const file = await readFile(await (await downloading).path(), 'utf8');
  expect(file).toMatch(/^\uFEFFrow,problem,name,email,phone\r\n4,.*,'=1\+1,not an address,'\+1 555\r\n603,/);
  await page.getByRole('button', { name: 'Import another file' }).click();
  await choose(page, file.replace('not an address', 'mended@example.com'));
  await page.getByRole('button', { name: 'Import 3 customers' }).click();
  await expect(figure(page, 'Added')).toHaveText('1');
  const query = { q: 'mended@example.com' };
  const { data } = await answer(tenant.api.GET('/api/customers', { params: { query } }));
  expect(data).toMatchObject([{ name: '=1+1', phone: '+1 555' }]);
});

test('10,000 customers are imported with progress; the same file again changes nothing and says so', async ({
  page,
}) => {
  const tenant = await aTenant();
  await open(page, tenant);
  for (const [name, other] of [
    ['Added', 'Already up to date'],
    ['Already up to date', 'Added'],
  ] as const) {
    await choose(page, fileOf(10_000));
    await page.getByRole('button', { name: 'Import 10,000 customers' }).click();
    await expect(page.getByText(/^[1-9],?[05]00 of 10,000 rows$/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible({ timeout: 30_000 });
    await expect(figure(page, name)).toHaveText('10,000');
    await expect(figure(page, other)).toHaveText('0');
    await page.getByRole('button', { name: 'Import another file' }).click();
  }
});

test('a lost connection is reported, and the import continues where it stopped', async ({ page }) => {
  const tenant = await aTenant();
  await open(page, tenant);
  let calls = 0;
  await page.route('**/api/customers/import', async (route) => {
    calls += 1;
    if (calls === 2) await route.fetch(); // processed, but the answer is lost
    if (calls >= 2) await route.abort();
    else await route.continue();
  });
  await choose(page, fileOf(1200));
  await page.getByRole('button', { name: 'Import 1,200 customers' }).click();
  await expect(page.getByRole('heading', { name: 'Stopped at row 500 of 1,200' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('The service could not be reached.');
  await expect(page.getByRole('button', { name: 'Continue' })).toBeFocused();
  await inspect(page, 'import-interrupted');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible();
  await expect(figure(page, 'Added')).toHaveText('1,200');
});

test('an import can be cancelled, and continued', async ({ page }) => {
  await open(page, await aTenant());
  await page.route('**/api/customers/import', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined); // aborted meanwhile
  });
  await choose(page, fileOf(600));
  await page.getByRole('button', { name: 'Import 600 customers' }).click();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Stopped at row 0 of 600' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(figure(page, 'Added')).toHaveText('600');
});

test('an invalid file is refused before anything is sent, with advice', async ({ page }) => {
  await open(page, await aTenant());
  await choose(page, 'name,phone\nAnn,1');
  await expect(page.getByRole('alert')).toContainText('The column “email” is missing.');
  await choose(page, 'name,email\n"Ann,a@example.com', 'other.csv');
  await expect(page.getByRole('alert')).toContainText('Row 2: a quotation mark is missing.');
  await inspect(page, 'import-refused');
  await choose(page, '', 'empty.csv');
  await expect(page.getByRole('alert')).toContainText('There are no customers in this file.');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download an example' }).click();
  await choose(page, await readFile(await (await downloading).path(), 'utf8'), 'example.csv');
  await expect(page.getByText('3 customers in example.csv')).toBeVisible();
});
