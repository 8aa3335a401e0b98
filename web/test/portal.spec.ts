import type { Page } from '@playwright/test';
import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { openPortal, TWENTY_CREDIT } from './support/portal.js';
import { expect, test } from './support/test.js';
import { aCustomer, aTenant, codeOf, enroll } from './support/world.js';

const section = (page: Page, name: string): ReturnType<Page['getByRole']> =>
  page.getByRole('region', { name });

test('shows what the API says: code, link, count, rewards in words, referrals redacted, statement', async ({
  page,
}) => {
  const tenant = await aTenant({ program: TWENTY_CREDIT });
  const customer = await aCustomer(tenant);
  const referral_code = await codeOf(customer);
  await enroll(tenant, { name: 'Ana García Ruiz', referral_code });
  await enroll(tenant, { name: 'Jane Smith', referral_code });
  await answer(
    tenant.api.POST('/api/customers/{id}/credit/adjustments', {
      params: { path: { id: customer.id } },
      body: { amount_cents: 550, reason: 'goodwill', expires_at: '2099-05-01T12:00:00Z' },
    }),
  );
  const mine = await answer(customer.api.GET('/api/referrals/my-code'));

  await openPortal(page, customer);
  await expect(page.getByRole('heading', { level: 1, name: 'Invite your friends' })).toBeVisible();
  await expect(page.getByText('They get 15% off. You get $20 credit for every friend')).toBeVisible();
  await expect(page.locator('code')).toHaveText(mine.referral_code);
  const link = page.getByRole('link', { name: mine.enrollment_url });
  await expect(link).toHaveAttribute('href', mine.enrollment_url);
  expect(new URL(mine.enrollment_url).searchParams.get('ref')).toBe(mine.referral_code);

  const rewards = section(page, 'Your rewards');
  await expect(rewards).toContainText('You have $45.50 credit');
  await expect(rewards).toContainText('$5.50 of it can be used until May 1, 2099.');
  await expect(rewards).toContainText(`${mine.referral_count} friends have enrolled`);
  await expect(page).toHaveTitle('Invite friends · Acme Waste');

  const referrals = section(page, 'Your referrals').getByRole('listitem');
  await expect(referrals).toHaveText([/^Jane S\.Enrolled on .*\$20 creditAdded on /, /^Ana R\./]);
  await expect(page.locator('body')).not.toContainText(/Smith|Ruiz|@example/);
  await expect(section(page, 'Credit statement').getByRole('listitem')).toHaveText([
    /^Credit added.*\+\$5\.50Balance \$45\.50$/,
    /\+\$20Balance \$40$/,
    /\+\$20Balance \$20$/,
  ]);
  await inspect(page, 'portal');
});

test('rewards to come are told: a day, a confirmation, the next invoice', async ({ page }) => {
  const held = await aTenant({ program: { ...TWENTY_CREDIT, referral_hold_days: 7 } });
  const customer = await aCustomer(held);
  await enroll(held, { name: 'Ana García', referral_code: await codeOf(customer) });
  await answer(
    held.api.PUT('/api/referrals/config', { body: { ...TWENTY_CREDIT, referral_qualify_on: 'manual' } }),
  );
  await enroll(held, { name: 'Wu Li', referral_code: await codeOf(customer) });
  await openPortal(page, customer);
  const rewards = section(page, 'Your rewards');
  await expect(rewards).toContainText('No credit right now');
  await expect(rewards).toContainText(/Ana’s reward arrives on \w{3} \d+, \d{4}: \$20 credit\./);
  await expect(rewards).toContainText('Wu has enrolled. Once that is confirmed, you get $20 credit.');
  await expect(section(page, 'Your referrals').getByRole('listitem').first()).toContainText(
    'Waiting for confirmation',
  );

  const percent = await aTenant();
  const other = await aCustomer(percent);
  await enroll(percent, { name: 'Ana García', referral_code: await codeOf(other) });
  await openPortal(page, other);
  await page.getByRole('button', { name: 'Switch accounts' }).click();
  await expect(rewards).toContainText('10% off your next invoice, thanks to Ana.');
});

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
  await openPortal(page, customer);
  const statement = section(page, 'Credit statement');
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

test('a program that is off is announced in a friendly way, and earned rewards stay visible', async ({
  page,
}) => {
  const tenant = await aTenant({ program: TWENTY_CREDIT });
  const customer = await aCustomer(tenant);
  await enroll(tenant, { name: 'Ana García', referral_code: await codeOf(customer) });
  await answer(
    tenant.api.PUT('/api/referrals/config', { body: { ...TWENTY_CREDIT, referral_enabled: false } }),
  );
  await openPortal(page, customer);
  await expect(page.getByRole('heading', { level: 1, name: 'Referrals are paused' })).toBeVisible();
  await expect(page.locator('code')).toHaveText(await codeOf(customer));
  await expect(page.getByText('It works again as soon as referrals are back.')).toBeVisible();
  await expect(section(page, 'Your rewards')).toContainText('You have $20 credit');
  await expect(section(page, 'Your referrals')).toContainText('Ana G.');
  await expect(page.getByRole('button', { name: /Share|Copy/ })).toHaveCount(0);
  await inspect(page, 'portal-paused');
});

test('a part that fails shows its error in place and can be retried', async ({ page }) => {
  const customer = await aCustomer(await aTenant());
  const broken = {
    status: 500,
    contentType: 'application/problem+json',
    body: '{"title":"x","code":"internal"}',
  };
  await page.route('**/api/credit/mine*', (route) => route.fulfill(broken));
  await page.route('**/api/referrals/my-code/qr*', (route) => route.fulfill(broken));
  await openPortal(page, customer);
  await expect(section(page, 'Your rewards').getByRole('alert')).toContainText(
    'Something went wrong on our side',
  );
  await expect(page.getByRole('alert')).toHaveCount(2);
  await inspect(page, 'portal-error');
  await page.unrouteAll();
  await section(page, 'Your rewards').getByRole('button', { name: 'Try again' }).click();
  await expect(section(page, 'Your rewards')).toContainText('No credit right now');

  await page.route('**/api/referrals/my-code', (route) => route.fulfill(broken));
  await page.reload();
  await expect(page.getByRole('alert')).toHaveCount(1);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Invite your friends' })).toBeVisible();
});

test('while it loads, the shape is there', async ({ page }) => {
  const customer = await aCustomer(await aTenant());
  await page.route('**/api/referrals/my-code', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await openPortal(page, customer);
  await expect(page.getByRole('status', { name: 'Loading …' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('nobody has come yet: three steps and a picture', async ({ page }) => {
    const customer = await aCustomer(await aTenant({ program: TWENTY_CREDIT, name: 'Recolección Verde' }));
    await openPortal(page, customer);
    await expect(page.getByRole('heading', { level: 1, name: 'Invita a tus amigos' })).toBeVisible();
    const steps = section(page, 'Cómo funciona').getByRole('listitem');
    await expect(steps).toHaveText([
      'Compartes tu enlace con un amigo.',
      'Tu amigo se da de alta con él.',
      'Cada uno recibe su recompensa.',
    ]);
    await expect(section(page, 'Tus recompensas')).toContainText('Aún no se ha dado de alta nadie');
    await inspect(page, 'portal-empty-es');
  });
});
