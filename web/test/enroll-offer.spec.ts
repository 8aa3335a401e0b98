import { answer } from 'referrals-sdk';
import { anInvitation, aPromo, enrolled, fillIn, submit } from './support/enrolling.js';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { A_BUDGET_FOR_ONE, enroll, GIVE_TEN_GET_TEN } from './support/world.js';

test('a budget that is used up: nothing is promised, and the invitation counts for the friend who sent it', async ({
  page,
}) => {
  const { tenant, code } = await anInvitation(A_BUDGET_FOR_ONE);
  const link = `/enroll/${tenant.slug}?ref=${code}`;
  await page.goto(link);
  await expect(page.getByText('As a new customer you get $5 off.')).toBeVisible();
  await enroll(tenant, { referral_code: code }); // takes the last of the budget, after the page has asked
  await fillIn(page);
  await submit(page);
  await expect(enrolled(page)).toBeFocused();
  const invitation = page.locator('section').filter({ hasText: 'Your invitation' });
  await expect(invitation).toContainText('The invitation counts for John Doe.');
  await expect(invitation).toContainText('There is no reward for new customers at the moment.');
  await expect(page.getByText(/What you get|comes off your bill|\$5/)).toHaveCount(0);
  await inspect(page, 'enroll-withheld-done');

  await aPromo(tenant, true);
  await page.goto(link);
  await expect(
    page.getByText('The invitation counts for John Doe. There is no reward for new customers at the moment.'),
  ).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^John Doe invites you$/ })).toBeVisible();
  await page.getByLabel('Promo code').fill('spring15');
  await expect(page.getByRole('heading', { name: 'Your promo applies' })).toBeVisible();
  await expect(page.getByRole('definition')).toHaveText(['$100', '-$15', '$85']);
  await expect(page.locator('main')).not.toContainText('$5 off');
  await inspect(page, 'enroll-withheld');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByText('Ahora mismo no hay recompensa para clientes nuevos.')).toBeVisible();
  await inspect(page, 'enroll-withheld-es');
});

test('a reward that waits is said with its day, and nobody is advised to drop a promo for it', async ({
  page,
}) => {
  const { tenant, code } = await anInvitation({
    ...GIVE_TEN_GET_TEN,
    referral_reward_referee_value: 25,
    referral_hold_days: 30,
  });
  const promo = await aPromo(tenant, false);
  const inThirtyDays = new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(
    Date.now() + 30 * 86_400_000,
  );
  const later = `25% off, available from ${inThirtyDays}`;
  const link = `/enroll/${tenant.slug}?ref=${code}&promo=SPRING15`;
  await page.goto(link);
  await expect(page.getByText(`John Doe invites you: ${later}`)).toBeVisible();
  await expect(page.getByText(`With your promo you get 15% off, in place of ${later}.`)).toBeVisible();
  await expect(page.getByRole('definition')).toHaveText(['$100', '-$15', '$85']);
  await expect(page.getByText('the promo applies and the invitation is dropped.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Drop the promo' })).toHaveCount(0);
  await inspect(page, 'enroll-waits-promo');

  await answer(
    tenant.api.PATCH('/api/promos/{id}', {
      params: { path: { id: promo.id } },
      body: { combinable_with_referral: true },
    }),
  );
  await page.reload();
  await expect(page.getByText(`As a new customer you get ${later}.`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Both apply' })).toBeVisible();
  await expect(page.getByRole('definition')).toHaveText(['$100', '-$15', '$85']);
  await expect(page.getByText(`Not on this bill yet: ${later}.`)).toBeVisible();
  await inspect(page, 'enroll-waits');
  await fillIn(page);
  await submit(page);
  await expect(page.getByText('15% off with the promo SPRING15', { exact: true })).toBeVisible();
  await expect(
    page.getByText(`25% off from John Doe’s invitation, available from ${inThirtyDays}`),
  ).toBeVisible();
  await expect(
    page.getByText('Each discount comes off your bill automatically, once it is available.'),
  ).toBeVisible();
  await inspect(page, 'enroll-waits-done');
  await page.getByRole('button', { name: 'Español' }).click();
  await inspect(page, 'enroll-waits-done-es');
});

test('a reward that needs an invoice of some amount: the amount is named wherever the reward is', async ({
  page,
}) => {
  const { tenant, code } = await anInvitation({
    ...GIVE_TEN_GET_TEN,
    referral_qualify_on: 'first_invoice',
    referral_min_invoice_cents: 1_000_000,
  });
  await aPromo(tenant, true);
  const reward = '10% off, on your first invoice of $10,000 or more';
  await page.goto(`/enroll/${tenant.slug}?ref=${code}&promo=SPRING15`);
  await expect(page.getByText(`As a new customer you get ${reward}.`)).toBeVisible();
  await expect(page.getByText(`John Doe invites you: ${reward}`)).toBeVisible();
  await expect(page.getByRole('definition')).toHaveText(['$100', '-$15', '$85']);
  await expect(page.getByText(`Not on this bill: ${reward} after the promo.`)).toBeVisible();
  await inspect(page, 'enroll-minimum');
  await page.getByRole('button', { name: 'Español' }).click();
  const inSpanish = String.raw`10\s% de descuento, en tu primera factura de 10\.000\s\$ o más`;
  for (const text of [
    `Al inscribirte recibes ${inSpanish}\\.`,
    `John Doe te invita: ${inSpanish}`,
    `No en esta factura: ${inSpanish} después de la promoción\\.`,
  ]) {
    await expect(page.getByText(new RegExp(`^${text}$`))).toBeVisible();
  }
  await inspect(page, 'enroll-minimum-es');
  await page.getByRole('button', { name: 'English' }).click();
  await fillIn(page);
  await submit(page);
  await expect(
    page.getByText('10% off from John Doe’s invitation, on your first invoice of $10,000 or more'),
  ).toBeVisible();
  await expect(
    page.getByText('Each discount comes off automatically, on the first invoice that qualifies for it.'),
  ).toBeVisible();
  await expect(page.getByText('It comes off your bill automatically')).toHaveCount(0);
  await inspect(page, 'enroll-minimum-done');
});
