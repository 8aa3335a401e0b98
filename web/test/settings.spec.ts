import type { Page } from '@playwright/test';
import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { aCustomer, aTenant, codeOf, enroll, GIVE_TEN_GET_TEN, type TestTenant } from './support/world.js';

const CONFIG = '**/api/referrals/config';
const TWENTY_CREDIT = {
  ...GIVE_TEN_GET_TEN,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
} as const;

async function open(page: Page, tenant: TestTenant): Promise<void> {
  await page.goto(`/dashboard/settings/referrals#token=${tenant.token}`);
  await expect(page.getByRole('heading', { name: 'Referral program', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
}

const referrer = (page: Page): ReturnType<Page['getByRole']> =>
  page.getByRole('group', { name: 'Your customer gets' });
const saved = (tenant: TestTenant): Promise<object> => answer(tenant.api.GET('/api/referrals/config'));
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save changes' }).click();

test('a new tenant switches the program on, and reads the rewards in a sentence', async ({ page }) => {
  const tenant = await aTenant({ program: null });
  await open(page, tenant);
  const theSwitch = page.getByRole('switch', { name: 'Referral program' });
  await expect(page.getByText('Three steps and your customers can start')).toBeVisible();
  await expect(page.getByText('No referrals in the last 90 days')).toBeVisible();
  await expect(theSwitch).not.toBeChecked();
  await expect(page.getByText('Referral codes are not accepted')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden();
  await inspect(page, 'settings-first-visit');

  await theSwitch.press('Space');
  await page.getByRole('button', { name: 'Refer a friend, get $20 credit' }).click();
  await expect(page.getByText('Your customer gets $20 credit, the friend gets 15% off.')).toBeVisible();
  await save(page);
  await expect(page.getByText('The program is on with these terms.')).toBeVisible();
  await expect(page.getByText('Three steps')).toBeHidden();
  await expect(page.getByText("Your customer's reward: 10% off → $20 credit")).toBeVisible();
  expect(await saved(tenant)).toMatchObject({
    ...TWENTY_CREDIT,
    referral_enabled: true,
    referral_reward_referee_value: 15,
  });
});

test('the sentence follows the typed values; a decimal comma or point works, and another kind keeps the number', async ({
  page,
}) => {
  const tenant = await aTenant();
  await open(page, tenant);
  await page.getByRole('button', { name: 'Give 10%, get 10%', pressed: true }).waitFor();
  await referrer(page).getByLabel('Percent').fill('12,5');
  await expect(page.getByText('Your customer gets 12.5% off, the friend gets 10% off.')).toBeVisible();
  await referrer(page).getByText('$ off').click();
  await expect(page.getByText('Your customer gets $12.50 off, the friend gets 10% off.')).toBeVisible();
  await referrer(page).getByLabel('Amount').fill('0');
  await expect(page.getByText('Your customer gets nothing')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(referrer(page).getByLabel('Percent')).toHaveValue('10');
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden();
});

test('refusals of the API are shown at their fields, and the first gets the focus', async ({ page }) => {
  const tenant = await aTenant();
  await open(page, tenant);
  const percent = referrer(page).getByLabel('Percent');
  await percent.fill('150');
  await save(page);
  await expect(percent).toBeFocused();
  await expect(percent).toHaveAccessibleDescription('At most 100%.');
  await expect(page.getByText('One field needs another look.')).toBeVisible();

  await percent.fill('ten');
  await page.getByText('More settings').click();
  await page.getByLabel('Waiting time').fill('');
  await page.getByText('More settings').click();
  await save(page);
  await expect(percent).toHaveAccessibleDescription('Enter a number, such as 12.5.');
  await percent.fill('12.5');
  await page.getByLabel('Waiting time').waitFor({ state: 'hidden' });
  await save(page);
  await expect(page.getByLabel('Waiting time')).toBeFocused();
  await page.getByLabel('Waiting time').fill('91');
  await save(page);
  await expect(page.getByText('At most 90.')).toBeVisible();
  await inspect(page, 'settings-field-error');
  expect(await saved(tenant)).toMatchObject(GIVE_TEN_GET_TEN);
});

test('typed changes are not lost without a question', async ({ page }) => {
  const tenant = await aTenant();
  await open(page, tenant);
  await referrer(page).getByLabel('Percent').fill('11');
  const promos = page.getByRole('navigation').getByRole('link', { name: 'Promos' });
  await promos.click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(dialog.getByRole('button', { name: 'Stay here' })).toBeFocused();
  await inspect(page, 'settings-leave');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(referrer(page).getByLabel('Percent')).toHaveValue('11');

  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();

  await promos.click();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page).toHaveURL(/\/dashboard\/promos$/);
  expect(await saved(tenant)).toMatchObject({ referral_reward_value: 10 });
});

test('a save that fails keeps the typed values, and a retry works', async ({ page }) => {
  const tenant = await aTenant();
  await open(page, tenant);
  await referrer(page).getByLabel('Percent').fill('11');
  await page.route(CONFIG, (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({ title: 'Internal error', code: 'internal', request_id: 'req_1' }),
        })
      : route.continue(),
  );
  await save(page);
  await expect(page.getByText('Something went wrong on our side.')).toBeVisible();
  await expect(page.getByText('Nothing was saved. What you typed is still here.')).toBeVisible();
  await inspect(page, 'settings-not-saved');
  await page.unroute(CONFIG);
  await page.context().setOffline(true);
  await save(page);
  await expect(page.getByText('The service could not be reached.').first()).toBeVisible();
  await expect(referrer(page).getByLabel('Percent')).toHaveValue('11');
  await page.context().setOffline(false);
  await save(page);
  await expect(page.getByText('The program is on with these terms.')).toBeVisible();
  expect(await saved(tenant)).toMatchObject({ referral_reward_value: 11 });
});

test('before it is saved it says what it would have cost, as the API does, and the history says what changed', async ({
  page,
}) => {
  const tenant = await aTenant({ program: TWENTY_CREDIT });
  const referral_code = await codeOf(await aCustomer(tenant));
  for (let friend = 0; friend < 3; friend++) await enroll(tenant, { referral_code });
  await open(page, tenant);
  await expect(page.getByText('No difference')).toBeVisible();
  await referrer(page).getByLabel('Amount').fill('37.5');
  const preview = await answer(
    tenant.api.POST('/api/referrals/config/preview', {
      body: { ...TWENTY_CREDIT, referral_reward_value: 37.5 },
    }),
  );
  expect(preview).toMatchObject({ affected: 3, difference_cents: 5250 });
  await expect(page.getByText('$52.50 more than under the saved terms')).toBeVisible();
  await expect(page.getByText('3 of 3 referrals would earn something different.')).toBeVisible();
  const table = page.getByRole('table', { name: 'Cost of both sides' });
  await expect(table.getByRole('row', { name: 'Customers' })).toHaveText('Customers$60$112.50+$52.50');
  await expect(table.getByRole('row', { name: 'Total' })).toHaveText('Total$60$112.50+$52.50');
  await expect(page.getByText('Friends: 3 percentages (10% on average) have no invoice yet.')).toBeVisible();

  await page.getByText('More settings').click();
  await page.getByLabel('Monthly budget').fill('1,500.50');
  await inspect(page, 'settings');
  await save(page);
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByText("Your customer's reward: $20 credit → $37.50 credit")).toBeVisible();
  await expect(history.getByText('Monthly budget: no limit → $1,500.50')).toBeVisible();
  await expect(history.getByText(/by usr_ada$/)).toHaveCount(2);
  expect(await saved(tenant)).toMatchObject({ referral_budget_cents: 150_050 });
});

test('the history goes back as far as there is something', async ({ page }) => {
  const tenant = await aTenant();
  for (let value = 11; value <= 16; value++) {
    const body = { ...GIVE_TEN_GET_TEN, referral_reward_value: value };
    await answer(tenant.api.PUT('/api/referrals/config', { body }));
  }
  await open(page, tenant);
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByRole('heading', { level: 3 })).toHaveCount(5);
  await history.getByRole('button', { name: 'Show more' }).click();
  await expect(history.getByRole('heading', { level: 3 })).toHaveCount(7);
  await expect(history.getByText('Program: off → on')).toBeVisible();
  await expect(history.getByRole('button', { name: 'Show more' })).toBeHidden();
});

test('the color of the pages is previewed and saved', async ({ page }) => {
  const tenant = await aTenant();
  await open(page, tenant);
  const color = page.getByRole('textbox', { name: 'Color', exact: true });
  await color.fill('#c026');
  await expect(color).toHaveAccessibleDescription('Enter six digits, such as #1f7a4d.');
  await color.fill('C026D3');
  await page.getByRole('button', { name: 'Save color' }).click();
  await expect(page.getByText('Your pages now use the new color.')).toBeVisible();
  await expect(color).toHaveValue('#c026d3');
  expect(await answer(tenant.api.GET('/api/branding/mine'))).toMatchObject({ brand_color: '#c026d3' });
});

test('settings that cannot be fetched say so, and can be tried again', async ({ page }) => {
  const tenant = await aTenant();
  await page.route(CONFIG, (route) => route.fulfill({ status: 500, body: '' }));
  await page.goto(`/dashboard/settings/referrals#token=${tenant.token}`);
  await expect(page.getByText('Something went wrong on our side.')).toBeVisible();
  await page.unroute(CONFIG);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('switch', { name: 'Referral program' })).toBeChecked();
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-ES' });

  test('the settings speak and count as the language does', async ({ page }) => {
    const tenant = await aTenant({ currency: 'EUR', program: TWENTY_CREDIT });
    const referral_code = await codeOf(await aCustomer(tenant));
    await enroll(tenant, { referral_code });
    await page.goto(`/dashboard/settings/referrals#token=${tenant.token}`);
    const amount = page.getByRole('group', { name: 'Tu cliente recibe' }).getByLabel('Importe');
    await amount.fill('1.250,5');
    await expect(
      page.getByText('Tu cliente recibe 1250,50 € de crédito y el amigo, 10 % de descuento.'),
    ).toBeVisible();
    await expect(page.getByText('1230,50 € más que con las condiciones guardadas')).toBeVisible();
    await page.getByText('Más ajustes').click();
    await inspect(page, 'settings-es');
  });
});
