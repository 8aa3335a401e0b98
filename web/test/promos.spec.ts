import type { Page } from '@playwright/test';
import { answer, type Schemas } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { aTenant, enroll, type TestTenant } from './support/world.js';

// Screenshots of every step.
test.describe.configure({ timeout: 120_000 });

const open = (page: Page, { token }: TestTenant, path = ''): Promise<unknown> =>
  page.goto(`/dashboard/promos${path}#token=${token}`);

const aPromo = (
  { api }: TestTenant,
  given: Partial<Schemas['CreatePromoRequest']> & { code: string },
): Promise<Schemas['PromoAnswer']> =>
  answer(
    api.POST('/api/promos', { body: { discount_type: 'discount_percent', discount_value: 20, ...given } }),
  );

test('a first promo is created, its effect seen on an invoice, and changed', async ({ page }) => {
  await open(page, await aTenant());
  await expect(page.getByRole('heading', { name: 'No promos yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Create promo' }).first().click();
  const form = page.getByRole('dialog', { name: 'Create promo' });
  await expect(form.getByRole('textbox', { name: 'Code' })).toBeFocused();
  await form.getByRole('textbox', { name: 'Code' }).fill('summer25');
  await form.getByLabel('Discount in %').fill('20');
  const example = form.getByRole('group', { name: 'For example' });
  await expect(example).toContainText('An invoice of $100, and a friend’s referral code for 10% off:');
  await expect(example).toContainText('dropped');
  await expect(example.getByRole('status')).toHaveText('$80');
  await inspect(page, 'promos-create');
  await form.getByLabel('Can be combined with a referral').check();
  await expect(example.getByRole('status')).toHaveText('$72');
  await expect(example).toContainText('If they couldn’t: $80');
  await form.getByLabel('Maximum uses').fill('50');
  await form.getByLabel('Starts').fill('2026-05-01T09:00');
  await form.getByRole('button', { name: 'Create promo' }).click();
  await expect(page.getByText('SUMMER25 was created.')).toBeVisible();
  const row = page.getByRole('row', { name: /SUMMER25/ });
  await expect(row).toContainText('20% off');
  await expect(row).toContainText('Both apply');
  await expect(row).toContainText('0 of 50');
  await expect(row).toContainText('from May 1, 2026');

  await page.getByRole('link', { name: 'SUMMER25' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit promo' });
  await expect(edit.getByLabel('Starts')).toHaveValue('2026-05-01T09:00');
  await edit.getByLabel('Kind of discount').selectOption('Amount');
  await edit.getByLabel('Discount in USD').fill('7.50');
  await edit.getByLabel('Switched on').uncheck();
  await edit.getByRole('button', { name: 'Save changes' }).click();
  await expect(edit).toBeHidden();
  await expect(row).toContainText('$7.50 off');
  await expect(row).toContainText('Off');
});

test('refusals of the API are shown at their fields', async ({ page }) => {
  const tenant = await aTenant();
  await aPromo(tenant, { code: 'SPRING' });
  await open(page, tenant, '?promo=new');
  const form = page.getByRole('dialog', { name: 'Create promo' });
  const create = form.getByRole('button', { name: 'Create promo' });
  await create.click();
  await expect(form.getByText('Please fill this in.')).toHaveCount(2);
  await form.getByRole('textbox', { name: 'Code' }).fill('10 % off!');
  await form.getByLabel('Discount in %').fill('120');
  await form.getByLabel('Maximum uses').fill('0');
  await create.click();
  await expect(form.getByText('Use 1 to 64 letters')).toBeVisible();
  await expect(form.getByText('This number is too small.')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Code' })).toBeFocused();
  await form.getByRole('textbox', { name: 'Code' }).fill('spring');
  await form.getByLabel('Maximum uses').fill('');
  await create.click();
  await expect(form.getByText('No more than 100%.')).toBeVisible();
  await form.getByLabel('Discount in %').fill('20');
  await form.getByLabel('Starts').fill('2026-05-01T09:00');
  await form.getByLabel('Ends').fill('2026-05-01T09:00');
  await create.click();
  await expect(form.getByText('The end must come after the start.')).toBeVisible();
  await form.getByLabel('Ends').fill('2026-05-02T09:00');
  await create.click();
  await expect(form.getByText('Another promo has this code.')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Code' })).toBeFocused();
  await inspect(page, 'promos-refused');
});

test('every state has its label; the list is searched and filtered; a used promo is switched off, an unused one deleted', async ({
  page,
}) => {
  const tenant = await aTenant();
  await aPromo(tenant, { code: 'NEXT-YEAR', starts_at: '2090-01-01T00:00:00Z' });
  await aPromo(tenant, {
    code: 'LONG-AGO',
    starts_at: '2020-01-01T00:00:00Z',
    ends_at: '2020-02-01T00:00:00Z',
  });
  await aPromo(tenant, { code: 'PAUSED', active: false });
  await aPromo(tenant, { code: 'FIRST-ONE', max_redemptions: 1, combinable_with_referral: true });
  await aPromo(tenant, { code: 'WELCOME', discount_type: 'discount_fixed', discount_value: 12.5 });
  await enroll(tenant, { promo_code: 'FIRST-ONE' });
  await enroll(tenant, { promo_code: 'WELCOME' });
  await open(page, tenant);
  for (const [code, state] of [
    ['NEXT-YEAR', 'Scheduled'],
    ['LONG-AGO', 'Ended'],
    ['PAUSED', 'Off'],
    ['FIRST-ONE', 'Used up'],
    ['WELCOME', 'Active'],
  ] as const) {
    await expect(page.getByRole('row').filter({ hasText: code })).toContainText(state);
  }
  await inspect(page, 'promos-list');
  await page.getByRole('searchbox').fill('welc');
  await expect(page.getByRole('row')).toHaveCount(2);

  await page.getByRole('link', { name: 'WELCOME' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByText('It has been used 1 time')).toBeVisible();
  await dialog.getByRole('button', { name: 'Switch off' }).click();
  await expect(
    page.getByText('WELCOME has been used, so it was switched off instead of deleted.'),
  ).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'WELCOME' })).toContainText('Off');

  await page.getByRole('searchbox').fill('');
  await page.getByLabel('Show').selectOption('Switched on');
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.getByRole('link', { name: 'NEXT-YEAR' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('NEXT-YEAR was deleted.')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(3);
});

test('promos that can’t be fetched, and a form that can’t be sent, say so; and in Spanish', async ({
  page,
}) => {
  const tenant = await aTenant();
  await aPromo(tenant, { code: 'SUMMER25' });
  await page.route(/\/api\/promos/, (route) => route.abort());
  await open(page, tenant);
  await expect(page.getByRole('alert')).toContainText('The service could not be reached.');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByRole('link', { name: 'SUMMER25' }).click();
  const form = page.getByRole('dialog', { name: 'Editar promoción' });
  await expect(form.getByText('Se puede combinar con una recomendación')).toBeVisible();
  await inspect(page, 'promos-es');
  await page.route(/\/api\/promos/, (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"title":"x","code":"x"}' }),
  );
  await form.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(form.getByRole('alert')).toContainText('Algo falló de nuestro lado.');
});
