import { answer } from 'referrals-sdk';
import { expect, test } from './support/test.js';
import { aCustomer, aTenant } from './support/world.js';

test('a long statement expands step by step, and the focus moves to the first new entry', async ({
  page,
}) => {
  const tenant = await aTenant();
  const customer = await aCustomer(tenant);
  for (let cents = 101; cents <= 152; cents++) {
    await answer(
      tenant.api.POST('/api/customers/{id}/credit/adjustments', {
        params: { path: { id: customer.id } },
        body: { amount_cents: cents, reason: 'goodwill' },
      }),
    );
  }
  await page.goto(`/portal#token=${customer.token}`);
  const statement = page.getByRole('region', { name: 'Credit statement' });
  const rows = statement.getByRole('listitem');
  const more = statement.getByRole('button', { name: 'Show more' });
  await expect(rows).toHaveCount(5);
  await expect(rows.first()).toContainText('+$1.52');
  await more.press('Enter');
  await expect(rows).toHaveCount(15);
  await expect(rows.nth(5)).toBeFocused();
  for (const count of [25, 35, 45, 52]) {
    await more.press('Enter');
    await expect(rows).toHaveCount(count);
  }
  await expect(more).toHaveCount(0);
  await expect(rows.last()).toContainText('+$1.01');
});
