import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { aTenant } from './support/world.js';

test('the smallest invoice that counts and what follows a refund are chosen, saved and in the history', async ({
  page,
}) => {
  const tenant = await aTenant();
  await page.goto(`/dashboard/settings/referrals#token=${tenant.token}`);
  await page.getByText('More settings').click();
  const least = page.getByLabel('Smallest invoice that counts');
  await expect(least).toHaveValue('');
  await least.fill('0');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(least).toBeFocused();
  await expect(page.getByText('At least $0.01.')).toBeVisible();
  await least.fill('49.90');
  await page.getByLabel('When the friend’s invoice is refunded').selectOption('rewards stay');
  await inspect(page, 'settings-refund');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByText('Smallest invoice that counts: no minimum → $49.90')).toBeVisible();
  await expect(
    history.getByText('When the friend’s invoice is refunded: rewards are taken back → rewards stay'),
  ).toBeVisible();
  expect(await answer(tenant.api.GET('/api/referrals/config'))).toMatchObject({
    referral_min_invoice_cents: 4990,
    referral_on_refund: 'keep',
  });
  await page.reload();
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByText('Más ajustes').click();
  await expect(page.getByLabel('Factura mínima que cuenta')).toHaveValue('49,9');
  await inspect(page, 'settings-refund-es');
});
