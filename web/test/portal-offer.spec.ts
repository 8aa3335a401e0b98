import type { Page } from '@playwright/test';
import { answer } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { A_BUDGET_FOR_ONE, aCustomer, aTenant, codeOf, enroll, type TestCustomer } from './support/world.js';

const open = (page: Page, { token }: TestCustomer): Promise<unknown> => page.goto(`/portal#token=${token}`);
const section = (page: Page, name: string): ReturnType<Page['getByRole']> =>
  page.getByRole('region', { name });
/** Returns the text that the customer would send by WhatsApp. */
const sharedText = async (page: Page): Promise<string> => {
  const href = await page.getByRole('link', { name: 'WhatsApp' }).getAttribute('href');
  return new URL(href ?? '').searchParams.get('text') ?? '';
};

test('a limit of rewards is told while some are left, and when it is reached with the day they come back', async ({
  page,
}) => {
  const tenant = await aTenant({
    program: {
      ...A_BUDGET_FOR_ONE,
      referral_budget_cents: null,
      referral_max_rewards_per_referrer: 2,
      referral_max_rewards_period: 'month',
    },
  });
  const customer = await aCustomer(tenant);
  const referral_code = await codeOf(customer);
  await enroll(tenant, { name: 'Ana García', referral_code });
  await open(page, customer);
  await expect(page.getByText('They get $5 off. You get $20 credit for every friend')).toBeVisible();
  await expect(page.getByText('Rewards left this month: 1 of 2.')).toBeVisible();
  await inspect(page, 'portal-limit-left');

  await enroll(tenant, { name: 'Wu Li', referral_code });
  await enroll(tenant, { name: 'Tom Becker', referral_code });
  await page.reload();
  await expect(page.getByText('They get $5 off when they enroll.')).toBeVisible();
  const now = new Date();
  const nextMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1));
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(nextMonth);
  await expect(
    page.getByText(`You have reached the limit of 2 rewards. You can earn again from ${day}.`),
  ).toBeVisible();
  const friends = section(page, 'Your referrals').getByRole('listitem');
  await expect(friends.first()).toContainText('Tom B.');
  await expect(friends.first()).toContainText('No reward: you had reached your limit');
  await expect(friends.last()).toContainText('$20 credit');
  expect(await sharedText(page)).toContain('you get $5 off');
  await inspect(page, 'portal-limit');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByText('Has alcanzado el límite de 2 recompensas.')).toBeVisible();
  await inspect(page, 'portal-limit-es');
});

test('a budget that is used up: nobody is promised anything, and a friend without reward is explained', async ({
  page,
}) => {
  const tenant = await aTenant({ program: A_BUDGET_FOR_ONE });
  const customer = await aCustomer(tenant);
  const { referral_code, enrollment_url } = await answer(customer.api.GET('/api/referrals/my-code'));
  await enroll(tenant, { name: 'Ana García', referral_code });
  await enroll(tenant, { name: 'Wu Li', referral_code });
  await open(page, customer);
  await expect(page.getByText('There are no new rewards at the moment.')).toBeVisible();
  await expect(page.getByText(/They get|You get/)).toHaveCount(0);
  await expect(section(page, 'Your referrals').getByRole('listitem').first()).toContainText(
    'No reward: none were left that month',
  );
  expect(await sharedText(page)).toBe(`I’m a customer of Acme Waste. Enroll with my link: ${enrollment_url}`);
  await inspect(page, 'portal-budget');
});

test('rewards that wait for an approval or an invoice say so', async ({ page }) => {
  const tenant = await aTenant({
    program: { ...A_BUDGET_FOR_ONE, referral_budget_cents: null, referral_qualify_on: 'first_invoice' },
  });
  const customer = await aCustomer(tenant);
  await open(page, customer);
  await expect(page.getByText('Your reward is ready after your friend’s first invoice.')).toBeVisible();
  const body = { ...A_BUDGET_FOR_ONE, referral_qualify_on: 'manual' } as const;
  await answer(tenant.api.PUT('/api/referrals/config', { body }));
  await page.reload();
  await expect(page.getByText('Rewards are ready after approval.')).toBeVisible();
});

test('rewards that need an invoice of some amount name it, in the portal and in the text to send', async ({
  page,
}) => {
  const tenant = await aTenant({
    program: {
      ...A_BUDGET_FOR_ONE,
      referral_budget_cents: null,
      referral_qualify_on: 'first_invoice',
      referral_min_invoice_cents: 10_000,
    },
  });
  await open(page, await aCustomer(tenant));
  await expect(page.getByText('They get $5 off. You get $20 credit for every friend')).toBeVisible();
  await expect(
    page.getByText(
      'Their reward is for their first invoice of $100 or more. Your reward is ready after that invoice.',
    ),
  ).toBeVisible();
  expect(await sharedText(page)).toContain('you get $5 off with your first invoice of $100 or more: http');
  await inspect(page, 'portal-minimum');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByText(/^Su recompensa es para su primera factura de 100\s\$ o más\./)).toBeVisible();
  expect(await sharedText(page)).toMatch(/con tu primera factura de 100\s\$ o más: http/);
  await inspect(page, 'portal-minimum-es');
});
