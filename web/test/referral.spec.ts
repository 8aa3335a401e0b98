import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import {
  PATH,
  CREDIT_FOR_DISCOUNT,
  BY_HAND,
  open,
  referrals,
  rows,
  referees,
  drawer,
  link,
} from './support/referrals.js';
import { expect, test } from './support/test.js';
import { aCustomer, aTenant, codeOf, enroll, unique } from './support/world.js';

test('referral: a row opens by the keyboard with all details, and the back button closes it', async ({
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
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expect(page).not.toHaveURL(/referral=/);
  await expect(link(page, 'Jane Smith')).toBeFocused();
  await link(page, 'Jane Smith').click();
  await expect(drawer(page)).toBeVisible();
  await inspect(page, 'referral');
  await page.goBack();
  await expect(drawer(page)).toBeHidden();

  // A shared link: closing the drawer shows the list, and does not leave the dashboard.
  await page.goto(`${PATH}?referral=${ids[1]}`);
  await expect(drawer(page)).toContainText('Ana Souza, referred by John Doe');
  await drawer(page).getByRole('link', { name: 'All referrals by John Doe' }).click();
  await expect(drawer(page)).toBeHidden();
  await expect(page.getByText('Only referrals by John Doe')).toBeVisible();
  await page.goto(`${PATH}?referral=ref_of_nobody`);
  await expect(drawer(page)).toContainText('Referral not found');
  await drawer(page).getByRole('button', { name: 'Close' }).click();
  await expect(drawer(page)).toBeHidden();
  await expect(referees(page)).toHaveCount(2);
});

test('referral: void with a reason, once however often it is clicked', async ({ page }) => {
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
  await expect(drawer(page).getByRole('button', { name: 'Void' })).toBeFocused();

  await page.keyboard.press('Enter');
  await dialog.getByLabel('Reason').fill('one household, two accounts');
  let sent = 0;
  page.on('request', (request) => (sent += request.url().endsWith('/void') ? 1 : 0));
  await dialog.getByRole('button', { name: 'Void' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('The referral was voided.')).toHaveCount(1);
  expect(sent).toBe(1);
  await expect(drawer(page)).toContainText('Taken back');
  await expect(drawer(page)).toContainText('one household, two accounts');
  await expect(drawer(page)).toContainText('By usr_ada of your team');
  await expect(drawer(page).getByRole('button', { name: 'Void' })).toBeHidden();
  await expect(drawer(page).getByRole('heading', { level: 3 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toContainText('Taken back');
});

test('referral: a pending one is approved; a decision that came too late is explained', async ({ page }) => {
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
  await expect(dialog.getByRole('alert')).toContainText('This is no longer possible');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(drawer(page)).toContainText('by a colleague');
  await expect(drawer(page).getByRole('button', { name: 'Approve' })).toBeHidden();
});

test('referral: the held ones are listed with the reasons and both decisions', async ({ page }) => {
  const tenant = await aTenant();
  await answer(
    tenant.api.PUT('/api/abuse-rules', {
      body: { disposable_domain: 'hold' },
    }),
  );
  const referrer = await aCustomer(tenant);
  const referral_code = await codeOf(referrer);
  for (const name of ['Jane Smith', 'Ana Souza', 'Tom Becker'])
    await enroll(tenant, { name, email: `${unique()}@mailinator.com`, referral_code });
  await open(page, tenant);
  await expect(
    page.getByRole('heading', { name: '3 referrals are waiting for your decision' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByText('Held because of: a throw-away e-mail address')).toHaveCount(3);
  await inspect(page, 'referrals-held');
  await page.getByRole('button', { name: 'Release: Ana Souza, referred by John Doe' }).click();
  const passing = page.getByRole('dialog', { name: 'Release this referral?' });
  await passing.getByLabel('Reason').fill('we know her');
  await passing.getByRole('button', { name: 'Release' }).click();
  await expect(
    page.getByRole('heading', { name: '2 referrals are waiting for your decision' }),
  ).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Ana Souza' })).toContainText('Confirmed');
  await page.getByRole('button', { name: 'Reject: Tom Becker, referred by John Doe' }).click();
  const rejection = page.getByRole('dialog', { name: 'Reject this referral?' });
  await rejection.getByLabel('Reason').fill('not a person');
  await rejection.getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByRole('heading', { name: '1 referral is waiting for your decision' })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Tom Becker' })).toContainText('Voided');
});
