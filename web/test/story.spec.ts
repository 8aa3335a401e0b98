import { enrolled, fillIn, payABill, submit } from './support/enrolling.js';
import { openPortal } from './support/portal.js';
import { expect, test } from './support/test.js';
import { aCustomer, aTenant } from './support/world.js';

test('the whole story: switched on, shared, enrolled, rewarded, and in the list with its rewards applied', async ({
  page,
}) => {
  const tenant = await aTenant({ program: null });
  const john = await aCustomer(tenant);

  // Settings > Referrals: the business switches the program on.
  await page.goto(`/dashboard#token=${tenant.token}`);
  await page.getByRole('navigation').getByRole('link', { name: 'Referrals' }).last().click();
  await expect(page).toHaveURL(/\/dashboard\/settings\/referrals$/);
  await page.getByRole('switch', { name: 'Referral program' }).press('Space');
  await page.getByRole('button', { name: 'Refer a friend, get $20 credit' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The program is on with these terms.')).toBeVisible();

  // The portal: its customer takes the link with their code.
  await openPortal(page, john);
  await expect(page.getByText('They get 15% off. You get $20 credit for every friend')).toBeVisible();
  const code = await page.locator('code').innerText();
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
  const link = await page.getByRole('link', { name: code }).getAttribute('href');

  // The enrollment: the friend opens the link, and the code is there.
  await page.goto(link ?? '');
  await expect(page.getByRole('heading', { name: 'John Doe invites you to Acme Waste' })).toBeVisible();
  await expect(page.getByLabel('Referral code')).toHaveValue(code);
  const email = await fillIn(page);
  await submit(page);
  await expect(enrolled(page)).toBeVisible();
  await payABill(tenant, email); // her discount is used

  // The portal again: one friend, and the credit.
  await openPortal(page, john);
  await expect(page.getByText('You have $20 credit')).toBeVisible();
  await expect(page.getByText('Jane S.')).toBeVisible();

  // Customers > Referrals: who referred whom, and what became of it.
  await page.goto('/dashboard/customers/referrals');
  const referral = page.getByRole('row').filter({ hasText: email });
  await expect(referral).toContainText('John Doe');
  await expect(referral).toContainText(john.email);
  await expect(referral).toContainText('Jane Smith');
  await expect(referral).toContainText('Rewards applied');
});
