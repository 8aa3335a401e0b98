import type { Page } from '@playwright/test';
import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { aTenant, type TestTenant } from './support/world.js';

async function open(page: Page, tenant: TestTenant): Promise<void> {
  await page.goto(`/dashboard/settings/referrals#token=${tenant.token}`);
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
}

test('it says what a script could earn before that is saved, and holds suspicious referrals by one click', async ({
  page,
}) => {
  const tenant = await aTenant({ program: null });
  await open(page, tenant);
  const warning = page.getByRole('region', { name: /^A script could/ });
  await page.getByRole('button', { name: 'Refer a friend, get $20 credit' }).click();
  await expect(page.getByText('No referrals in the last 90 days')).toBeVisible();
  await expect(warning).toBeHidden();
  await page.getByRole('switch', { name: 'Referral program' }).press('Space');
  await expect(warning).toContainText('A script could earn without limit');
  await expect(warning).toContainText('Each earns your customer $20 credit and the friend 15% off');

  await page.getByText('More settings').click();
  await page.getByLabel('Monthly budget').fill('500');
  await page.getByLabel('Waiting time').fill('1');
  await expect(warning).toContainText('A script could earn up to $500 an hour');
  await expect(warning).toContainText('Rewards wait for 1 day before they can be used.');
  await page.getByText('More settings').click();
  await inspect(page, 'settings-exposure');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The program is on with these terms.')).toBeVisible();
  await expect(warning).toBeVisible();

  await page.route('**/api/abuse-rules', (route) =>
    route.request().method() === 'PUT' ? route.fulfill({ status: 500, body: '' }) : route.continue(),
  );
  await warning.getByRole('button', { name: 'Hold suspicious referrals' }).click();
  await expect(warning.getByText('Something went wrong on our side.')).toBeVisible();
  await page.unroute('**/api/abuse-rules');
  await warning.getByRole('button', { name: 'Hold suspicious referrals' }).click();
  await expect(page.getByText('Suspicious referrals now wait until you decide')).toBeVisible();
  await expect(warning).toBeHidden();
  const modes = [
    'same_email',
    'same_phone',
    'disposable_domain',
    'velocity_referrer',
    'velocity_address',
    'same_address',
  ];
  expect(await answer(tenant.api.GET('/api/abuse-rules'))).toMatchObject(
    Object.fromEntries(modes.map((mode) => [mode, 'hold'])),
  );
  await page.reload();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(page.getByText('No referrals in the last 90 days')).toBeVisible();
  await expect(warning).toBeHidden();
});

test('it says nothing of a script where an invoice or somebody comes first', async ({ page }) => {
  const tenant = await aTenant();
  await open(page, tenant);
  const warning = page.getByRole('region', { name: /^A script could/ });
  await expect(warning).toBeVisible();
  await page.getByText('More settings').click();
  for (const choice of ["with the friend's first invoice", 'when you approve it']) {
    await page.getByLabel('A referral counts').selectOption(choice);
    await expect(warning).toBeHidden();
    await page.getByLabel('A referral counts').selectOption('as soon as the friend enrolls');
    await expect(warning).toBeVisible();
  }
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-ES' });

  test('it says so, too', async ({ page }) => {
    const tenant = await aTenant();
    await page.goto(`/dashboard/settings/referrals#token=${tenant.token}`);
    await page.getByRole('button', { name: 'Retener los sospechosos' }).click();
    await expect(page.getByText('Los referidos sospechosos esperan ahora tu decisión')).toBeVisible();
  });
});
