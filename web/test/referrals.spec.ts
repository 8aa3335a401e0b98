import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import {
  aCustomer,
  aTenant,
  codeOf,
  enroll,
  GIVE_TEN_GET_TEN,
  type TestCustomer,
  type TestTenant,
  unique,
} from './support/world.js';

const PATH = '/dashboard/customers/referrals';
const CREDIT_FOR_DISCOUNT = {
  ...GIVE_TEN_GET_TEN,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_value: 15,
} as const;
const BY_HAND = { ...CREDIT_FOR_DISCOUNT, referral_qualify_on: 'manual' } as const;
const FAILED = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({ title: 'Internal Server Error', status: 500, code: 'internal_error' }),
};

const open = (page: Page, { token }: TestTenant, search = ''): Promise<unknown> =>
  page.goto(`${PATH}${search}#token=${token}`);

/** A customer who shares a code, and friends who enroll with it, one after the other. */
async function referrals(
  tenant: TestTenant,
  friends: readonly string[],
  by = 'John Doe',
): Promise<{ referrer: TestCustomer; ids: string[] }> {
  const referrer = await aCustomer(tenant, {
    name: by,
    email: `${by.split(' ')[0]}-${unique()}@example.com`,
  });
  const referral_code = await codeOf(referrer);
  const ids: string[] = [];
  for (const name of friends) {
    const email = `${name.split(' ')[0]}-${unique()}@example.com`;
    const { referral } = await enroll(tenant, { name, email, referral_code });
    ids.push(referral.referral_id ?? '');
  }
  return { referrer, ids };
}

const rows = (page: Page): Locator => page.getByRole('table', { name: 'Referrals' }).locator('tbody tr');
const referees = (page: Page): Locator => rows(page).getByRole('link');
const drawer = (page: Page): Locator => page.getByRole('dialog', { name: 'Referral', exact: true });
const link = (page: Page, name: string): Locator => referees(page).filter({ hasText: name });

test('referrals: everybody who was referred, by whom, when, and what became of the rewards', async ({
  page,
}) => {
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
  await expect(jane).toContainText(/jane-\w+@example.com/);
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

test('referrals: search, filters and order stand in the address, for a reload and the way back', async ({
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
  await expect(page.getByLabel('Search')).toHaveValue('  SOUZA');
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
  await expect(page.getByRole('heading', { name: 'No referral matches' })).toBeVisible();

  await page.goto(`${PATH}?referrer_customer_id=${referrer.id}`);
  await expect(page.getByText('Only referrals by John Doe')).toBeVisible();
  await expect(referees(page)).toHaveText(['Ana Souza', 'Jane Smith']);
  await page.getByRole('button', { name: 'Show everyone’s' }).click();
  await expect(referees(page)).toHaveCount(3);
});

test('referrals: sixty are three pages, forth and back, also by the browser, and a reload stays', async ({
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

test('referrals: none yet, and how to begin', async ({ page }) => {
  const tenant = await aTenant({ program: null });
  await open(page, tenant);
  await expect(page.getByRole('heading', { name: 'No referrals yet' })).toBeVisible();
  await inspect(page, 'referrals-empty');
  await page.getByRole('link', { name: 'Set up the program' }).click();
  await expect(page).toHaveURL(/\/dashboard\/settings\/referrals$/);
});

test('referrals: the shape of the list while it loads, what went wrong, and another try', async ({
  page,
}) => {
  const tenant = await aTenant();
  await referrals(tenant, ['Jane Smith']);
  let answers = (): void => undefined;
  const held = new Promise<void>((resolve) => (answers = resolve));
  await page.route('**/api/referrals?*', async (route) => {
    await held;
    await route.fulfill(FAILED);
  });
  await open(page, tenant);
  await expect(page.getByRole('status', { name: 'Loading …' })).toBeVisible();
  await page.screenshot({ path: 'dist/pictures/referrals-loading.png' });
  answers();
  await expect(page.getByRole('alert')).toContainText('Something went wrong on our side');
  await inspect(page, 'referrals-error');
  await page.unroute('**/api/referrals?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(referees(page)).toHaveText(['Jane Smith']);
});

test('referrals: a row opens by the keyboard, tells the whole story, and the way back closes it', async ({
  page,
}) => {
  const tenant = await aTenant({ program: CREDIT_FOR_DISCOUNT });
  const { ids } = await referrals(tenant, ['Jane Smith', 'Ana Souza']);
  await open(page, tenant, '?sort=');
  await page.getByLabel('Order').focus();
  await page.keyboard.press('Tab');
  await expect(link(page, 'Ana Souza')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`referral=${ids[0]}`));
  const story = drawer(page).getByRole('listitem');
  await expect(drawer(page).getByRole('heading', { name: 'Jane Smith, referred by John Doe' })).toBeVisible();
  await expect(story.first()).toContainText('Enrolled with a referral code');
  await expect(story.first()).toContainText(/Code \w{8}/);
  await expect(story.nth(1)).toContainText('The referral counts');
  await expect(story.nth(1)).toContainText('Enrollment page');
  await expect(drawer(page)).toContainText('On the account');
  await inspect(page, 'referral');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expect(page).not.toHaveURL(/referral=/);
  await expect(link(page, 'Jane Smith')).toBeFocused();
  await link(page, 'Jane Smith').click();
  await page.goBack();
  await expect(drawer(page)).toBeHidden();

  // A link that somebody was sent: closing it leaves the list, and no way out of the dashboard.
  await page.goto(`${PATH}?referral=${ids[1]}`);
  await expect(drawer(page)).toContainText('Ana Souza, referred by John Doe');
  await drawer(page).getByRole('link', { name: 'All referrals by John Doe' }).click();
  await expect(drawer(page)).toBeHidden();
  await expect(page.getByText('Only referrals by John Doe')).toBeVisible();
  await page.goto(`${PATH}?referral=ref_of_nobody`);
  await expect(drawer(page)).toContainText('There is no such referral');
  await drawer(page).getByRole('button', { name: 'Close' }).click();
  await expect(drawer(page)).toBeHidden();
  await expect(referees(page)).toHaveCount(2);
});

test('referrals: void with a reason, once however often it is clicked', async ({ page }) => {
  const tenant = await aTenant({ program: CREDIT_FOR_DISCOUNT });
  const { ids } = await referrals(tenant, ['Jane Smith']);
  await open(page, tenant, `?referral=${ids[0]}`);
  await drawer(page).getByRole('button', { name: 'Void' }).click();
  const dialog = page.getByRole('dialog', { name: 'Void this referral?' });
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await dialog.getByRole('button', { name: 'Void' }).click();
  await expect(dialog.getByText('Please give a reason.')).toBeVisible();
  await inspect(page, 'referral-void');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(drawer(page)).toBeVisible();

  await drawer(page).getByRole('button', { name: 'Void' }).click();
  await dialog.getByLabel('Reason').fill('one household, two accounts');
  let sent = 0;
  page.on('request', (request) => (sent += request.url().endsWith('/void') ? 1 : 0));
  await dialog.getByRole('button', { name: 'Void' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('The referral is voided.')).toHaveCount(1);
  expect(sent).toBe(1);
  await expect(drawer(page)).toContainText('Taken back');
  await expect(drawer(page)).toContainText('one household, two accounts');
  await expect(drawer(page)).toContainText('By usr_ada of your team');
  await expect(drawer(page).getByRole('button', { name: 'Void' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toContainText('Taken back');
});

test('referrals: approve one that waits; what somebody else has ended is refused in words', async ({
  page,
}) => {
  const tenant = await aTenant({ program: BY_HAND });
  const { ids } = await referrals(tenant, ['Jane Smith', 'Ana Souza']);
  await open(page, tenant);
  await expect(rows(page).first()).toContainText('Waiting');
  await link(page, 'Jane Smith').click();
  await drawer(page).getByRole('button', { name: 'Approve' }).click();
  const approval = page.getByRole('dialog', { name: 'Approve this referral?' });
  await approval.getByLabel('Reason').fill('first invoice is paid');
  await page.keyboard.press('Enter');
  await expect(approval).toBeHidden();
  await expect(drawer(page)).toContainText('Confirmed');
  await expect(drawer(page)).toContainText('Approved: first invoice is paid');
  await page.goBack();
  await expect(rows(page).filter({ hasText: 'Jane Smith' })).toContainText('Confirmed');

  await link(page, 'Ana Souza').click();
  await drawer(page).getByRole('button', { name: 'Void' }).click();
  const voided = { params: { path: { id: ids[1] ?? '' } }, body: { reason: 'by a colleague' } };
  await answer(tenant.api.POST('/api/referrals/{id}/void', voided));
  const dialog = page.getByRole('dialog', { name: 'Void this referral?' });
  await dialog.getByLabel('Reason').fill('refunded');
  await dialog.getByRole('button', { name: 'Void' }).click();
  await expect(dialog.getByRole('alert')).toContainText('This can’t be done any more');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(drawer(page)).toContainText('by a colleague');
  await expect(drawer(page).getByRole('button', { name: 'Approve' })).toBeHidden();
});

test('referrals: those that a rule has held, why, and what to do about each', async ({ page }) => {
  const tenant = await aTenant();
  const rules = await answer(tenant.api.GET('/api/abuse-rules'));
  await answer(
    tenant.api.PUT('/api/abuse-rules', {
      body: { ...rules, disposable_domain: 'hold', same_address: 'off' },
    }),
  );
  const referrer = await aCustomer(tenant);
  const referral_code = await codeOf(referrer);
  for (const name of ['Jane Smith', 'Ana Souza', 'Tom Becker'])
    await enroll(tenant, { name, email: `${unique()}@mailinator.com`, referral_code });
  await open(page, tenant);
  await expect(page.getByRole('heading', { name: '3 referrals wait for your decision' })).toBeVisible();
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByText('Held because of: a throw-away e-mail address')).toHaveCount(3);
  await inspect(page, 'referrals-held');
  await page.getByRole('button', { name: 'Let it pass: Ana Souza, referred by John Doe' }).click();
  const passing = page.getByRole('dialog', { name: 'Let this referral pass?' });
  await passing.getByLabel('Reason').fill('we know her');
  await passing.getByRole('button', { name: 'Let it pass' }).click();
  await expect(page.getByRole('heading', { name: '2 referrals wait for your decision' })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Ana Souza' })).toContainText('Confirmed');
  await page.getByRole('button', { name: 'Reject: Tom Becker, referred by John Doe' }).click();
  const rejection = page.getByRole('dialog', { name: 'Reject this referral?' });
  await rejection.getByLabel('Reason').fill('not a person');
  await rejection.getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByRole('heading', { name: '1 referral waits for your decision' })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Tom Becker' })).toContainText('Voided');
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
  await expect(page.getByRole('alert').filter({ hasText: 'That did not work' })).toBeVisible();
  await page.unroute('**/api/referrals/export.csv*');
});
