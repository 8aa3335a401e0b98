import type { Page } from '@playwright/test';
import { answer, type Schemas } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { aTenant, GIVE_TEN_GET_TEN, type TestTenant } from './support/world.js';

// Screenshots of every step.
test.describe.configure({ timeout: 120_000 });

const TWENTY_CREDIT = {
  ...GIVE_TEN_GET_TEN,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_hold_days: 7,
} as const;

const program = ({ api }: TestTenant): Promise<Schemas['CurrentConfigAnswer']> =>
  answer(api.GET('/api/referrals/config'));
const saveProgram = ({ api }: TestTenant, body: Schemas['SaveConfigRequest']): Promise<object> =>
  answer(api.PUT('/api/referrals/config', { body }));
const openSettings = async (page: Page, { token }: TestTenant): Promise<void> => {
  await page.goto(`/dashboard/settings/referrals#token=${token}`);
  await expect(page.getByRole('heading', { name: 'Referral program', level: 1 })).toBeVisible();
};
const percent = (page: Page): ReturnType<Page['getByLabel']> =>
  page.getByRole('group', { name: 'Your customer gets' }).getByLabel('Percent');
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save changes' }).click();

test('a program that somebody else changed meanwhile is compared, and theirs is loaded', async ({ page }) => {
  const tenant = await aTenant();
  await openSettings(page, tenant);
  await percent(page).fill('15');
  await saveProgram(tenant, TWENTY_CREDIT);
  await save(page);
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed it meanwhile' });
  const table = dialog.getByRole('table', { name: 'Differences' });
  await expect(table.getByRole('row')).toHaveText([
    'SettingTheirsYours',
    "Your customer's reward$20 credit15% off",
    'Waiting time7 daysnone',
  ]);
  expect(await program(tenant)).toMatchObject(TWENTY_CREDIT);
  await inspect(page, 'settings-conflict');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(percent(page)).toHaveValue('15');
  await save(page);
  await dialog.getByRole('button', { name: 'Load theirs' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Your customer gets $20 credit, the friend gets 10% off.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden();
  await expect(
    page.getByRole('region', { name: 'History' }).getByText('Waiting time: none → 7 days'),
  ).toBeVisible();
  expect(await program(tenant)).toMatchObject(TWENTY_CREDIT);
});

test('mine is saved anyway, as it was shown, and a third change in between is shown, too', async ({
  page,
}) => {
  const tenant = await aTenant();
  await openSettings(page, tenant);
  await percent(page).fill('15');
  await saveProgram(tenant, TWENTY_CREDIT);
  await save(page);
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed it meanwhile' });
  const rows = dialog.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(3);
  await saveProgram(tenant, { ...TWENTY_CREDIT, referral_reward_value: 30, referral_hold_days: 0 });
  await dialog.getByRole('button', { name: 'Save mine anyway' }).click();
  await expect(rows).toHaveText(['SettingTheirsYours', "Your customer's reward$30 credit15% off"]);
  await dialog.getByRole('button', { name: 'Save mine anyway' }).click();
  await expect(page.getByText('The program is on with these terms.')).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await program(tenant)).toMatchObject({
    ...GIVE_TEN_GET_TEN,
    referral_reward_value: 15,
    referral_hold_days: 0,
  });
  await percent(page).fill('16'); // the page knows the new version
  await save(page);
  await expect(page.getByRole('region', { name: 'History' }).getByText('15% off → 16% off')).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('a save that is sent again because its answer was lost is no conflict', async ({ page }) => {
  const tenant = await aTenant();
  await openSettings(page, tenant);
  let lost = 0;
  await page.route('**/api/referrals/config', async (route) => {
    if (route.request().method() !== 'PUT' || lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await percent(page).fill('15');
  await save(page);
  await expect(page.getByText('The program is on with these terms.')).toBeVisible();
  expect(lost).toBe(2);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden();
  expect(await program(tenant)).toMatchObject({ referral_reward_value: 15 });
});

const aPromo = ({ api }: TestTenant): Promise<Schemas['PromoAnswer']> =>
  answer(
    api.POST('/api/promos', {
      body: { code: 'SUMMER25', discount_type: 'discount_percent', discount_value: 25 },
    }),
  );

test('a promo that somebody else changed meanwhile is compared, theirs is loaded, then changed', async ({
  page,
}) => {
  const tenant = await aTenant();
  const { id } = await aPromo(tenant);
  const params = { path: { id } };
  const read = (): Promise<object> => answer(tenant.api.GET('/api/promos/{id}', { params }));
  await page.goto(`/dashboard/promos?promo=${id}#token=${tenant.token}`);
  const form = page.getByRole('dialog', { name: 'Edit promo' });
  await form.getByLabel('Discount in %').fill('30');
  const theirs = { discount_type: 'discount_fixed', discount_value: 5, max_redemptions: 50 } as const;
  await answer(tenant.api.PATCH('/api/promos/{id}', { params, body: theirs }));
  await form.getByRole('button', { name: 'Save changes' }).click();
  const notice = form.getByRole('alert');
  await expect(notice).toContainText('Somebody else changed it meanwhile');
  await expect(notice.getByRole('row')).toHaveText([
    'SettingTheirsYours',
    'Discount$5 off30% off',
    'Maximum uses50no limit',
  ]);
  expect(await read()).toMatchObject(theirs);
  await inspect(page, 'promos-conflict');

  await notice.getByRole('button', { name: 'Load theirs' }).click();
  await expect(notice).toBeHidden();
  await expect(form.getByLabel('Discount in USD')).toHaveValue('5');
  await expect(form.getByLabel('Maximum uses')).toHaveValue('50');
  await form.getByLabel('Maximum uses').fill('60');
  await form.getByRole('button', { name: 'Save changes' }).click();
  await expect(form).toBeHidden();
  expect(await read()).toMatchObject({ ...theirs, max_redemptions: 60 });
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-ES' });

  test('my promo is saved anyway, as it was shown', async ({ page }) => {
    const tenant = await aTenant();
    const { id } = await aPromo(tenant);
    const params = { path: { id } };
    await page.goto(`/dashboard/promos?promo=${id}#token=${tenant.token}`);
    const form = page.getByRole('dialog', { name: 'Editar promoción' });
    await form.getByLabel('Descuento en %').fill('30');
    await answer(tenant.api.PATCH('/api/promos/{id}', { params, body: { active: false } }));
    await form.getByRole('button', { name: 'Guardar cambios' }).click();
    const notice = form.getByRole('alert');
    await expect(notice).toContainText('Alguien lo ha cambiado mientras tanto');
    await expect(notice.getByRole('row')).toHaveText([
      'AjusteLo suyoLo tuyo',
      /^Descuento25\s% de descuento30\s% de descuento$/,
      'Activadanosí',
    ]);
    await notice.getByRole('button', { name: 'Guardar lo mío igualmente' }).click();
    await expect(form).toBeHidden();
    expect(await answer(tenant.api.GET('/api/promos/{id}', { params }))).toMatchObject({
      discount_value: 30,
      active: true,
    });
  });
});
