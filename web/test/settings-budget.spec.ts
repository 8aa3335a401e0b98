import type { Page } from '@playwright/test';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { A_BUDGET_FOR_ONE, aCustomer, aTenant, codeOf, enroll, type TestTenant } from './support/world.js';

async function open(page: Page, tenant: TestTenant): Promise<void> {
  await page.goto(`/dashboard/settings/referrals#token=${tenant.token}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('how much of the budget is left this month is seen beside the form, also after another budget is saved', async ({
  page,
}) => {
  const tenant = await aTenant({ program: { ...A_BUDGET_FOR_ONE, referral_budget_cents: null } });
  await enroll(tenant, { referral_code: await codeOf(await aCustomer(tenant)) });
  await open(page, tenant);
  const card = page.getByRole('region', { name: 'Budget this month' });
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(card).toBeHidden();
  await page.getByText('More settings').click();
  await page.getByLabel('Monthly budget').fill('100');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(card).toHaveText('Budget this month$75 left$25 of $100 used');
  await page.reload();
  await expect(card).toBeVisible();
  await inspect(page, 'settings-budget');

  await page.getByText('More settings').click();
  await page.getByLabel('Monthly budget').fill('20');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(card).toContainText('$0 left$25 of $20 used');
  const now = new Date();
  const nextMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1));
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(nextMonth);
  await expect(card).toContainText(`It is used up: credit and fixed amounts are withheld until ${day}.`);
  await page.reload();
  await expect(card).toBeVisible();
  await inspect(page, 'settings-budget-used-up');
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-ES' });

  test('the budget is written in a currency without decimals', async ({ page }) => {
    const program = { ...A_BUDGET_FOR_ONE, referral_reward_value: 2000, referral_reward_referee_value: 500 };
    const tenant = await aTenant({ currency: 'JPY', program: { ...program, referral_budget_cents: 12_500 } });
    await enroll(tenant, { referral_code: await codeOf(await aCustomer(tenant)) });
    await open(page, tenant);
    await expect(page.getByRole('region', { name: 'Presupuesto de este mes' })).toHaveText(
      /^Presupuesto de este mesQuedan 10\.000\s¥2500\s¥ de 12\.500\s¥ gastados$/,
    );
    await inspect(page, 'settings-budget-es');
  });
});
