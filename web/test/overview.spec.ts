import type { Locator, Page } from '@playwright/test';
import { answer, createClient, type Schemas } from 'referrals-sdk';
import { A_SEASON, withASeason } from './support/figures.js';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import {
  aCustomer,
  aTenant,
  BASE_URL,
  codeOf,
  enroll,
  type TestCustomer,
  type TestTenant,
} from './support/world.js';

const TWENTY_FOR_THE_REFERRER = {
  referral_enabled: true,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_type: 'discount_percent',
  referral_reward_referee_value: 0,
  referral_qualify_on: 'manual',
} as const satisfies Schemas['SaveConfigRequest'];

const open = (page: Page, { token }: TestTenant): Promise<unknown> => page.goto(`/dashboard#token=${token}`);
const card = (page: Page, title: string | RegExp): Locator => page.getByRole('region', { name: title });

/** Creates six link clicks, four checks and seven enrollments: 5 referrals, 4 confirmed, 2 rewarded, $80 of credit. */
async function aStory(tenant: TestTenant): Promise<{ ana: TestCustomer; ben: TestCustomer }> {
  const ana = await aCustomer(tenant, { name: 'Ana Cooper' });
  const ben = await aCustomer(tenant, { name: 'Ben Diaz' });
  const [ofAna, ofBen] = [await codeOf(ana), await codeOf(ben)];
  const visitor = createClient({ baseUrl: BASE_URL });
  const link = { tenant_slug: tenant.slug, referral_code: ofAna };
  for (let at = 0; at < 6; at++) await visitor.POST('/api/referrals/link-opened', { body: link });
  for (let at = 0; at < 4; at++) await visitor.POST('/api/referrals/validate', { body: link });
  for (let at = 0; at < 3; at++) await enroll(tenant, { referral_code: ofAna });
  const { data } = await answer(tenant.api.GET('/api/referrals'));
  for (const { id } of data.slice(0, 2)) {
    await tenant.api.POST('/api/referrals/{id}/approve', {
      params: { path: { id } },
      body: { reason: 'known to us' },
    });
  }
  const program = {
    ...TWENTY_FOR_THE_REFERRER,
    referral_reward_referee_value: 15,
    referral_qualify_on: 'enrollment',
  } as const;
  await tenant.api.PUT('/api/referrals/config', { body: program });
  for (const [code, combinable_with_referral] of [
    ['SPRING', true],
    ['ALONE', false],
  ] as const) {
    await tenant.api.POST('/api/promos', {
      body: { code, discount_type: 'discount_percent', discount_value: 5, combinable_with_referral },
    });
  }
  await enroll(tenant, { referral_code: ofAna });
  await enroll(tenant, { referral_code: ofBen, promo_code: 'SPRING' });
  await enroll(tenant, { promo_code: 'SPRING' });
  await enroll(tenant, { referral_code: ofAna, promo_code: 'ALONE' });
  const counted = async (): Promise<number> =>
    (await answer(tenant.api.GET('/api/analytics/summary'))).funnel.code_validated;
  await expect.poll(counted).toBe(4); // traffic is saved every few seconds
  return { ana, ben };
}

test('the figures are those of the API, for known referrals, promos and credit', async ({ page }) => {
  const tenant = await aTenant({ program: TWENTY_FOR_THE_REFERRER });
  const { ana } = await aStory(tenant);
  const summary = await answer(tenant.api.GET('/api/analytics/summary'));
  expect(summary.funnel).toEqual({
    link_opened: 6,
    code_validated: 4,
    enrolled: 5,
    qualified: 4,
    rewarded: 2,
  });
  await open(page, tenant);

  await expect(card(page, 'From link to reward').getByRole('listitem')).toHaveText([
    'Links opened6',
    'Codes checked467% of links opened',
    'Enrolled5',
    'Confirmed480% of enrolled',
    'Rewarded250% of confirmed',
  ]);
  await expect(card(page, 'Codes used at enrollment').getByRole('listitem')).toHaveText([
    'Referral code only4 · 57%',
    'Referral code and promo1 · 15%',
    'Promo only1 · 14%',
    /^Promo in place of the referral1 · 14%These promos/,
  ]);
  const credit = card(page, 'Outstanding credit');
  await expect(credit.getByText('$80', { exact: true }).first()).toBeVisible();
  await expect(credit.locator('dl').first()).toContainText('Up to 30 days$80 · 4 grants');
  await expect(credit.locator('dl').last()).toHaveText('Up to 30 days2 percentages');

  const referrers = card(page, 'Top referrers').getByRole('link');
  await expect(referrers).toHaveText([
    /^1Ana Cooper.*4 referrals3 confirmed$/,
    /^2Ben Diaz.*1 referral1 confirmed$/,
  ]);
  await referrers.first().click();
  await expect(page).toHaveURL(`/dashboard/customers/referrals?referrer_customer_id=${ana.id}`);
});

test('the period is in the address, and the table has the numbers of the chart', async ({ page }) => {
  const tenant = await aTenant();
  const code = await codeOf(await aCustomer(tenant));
  for (let at = 0; at < 3; at++) await enroll(tenant, { referral_code: code });
  await open(page, tenant);
  await expect(card(page, 'Referrals by week')).toBeVisible();

  await page.getByText('12 months').click();
  await expect(page).toHaveURL('/dashboard?period=12-months');
  const chart = card(page, 'Referrals by month');
  await chart.getByText('Show as table').click();
  await expect(chart.getByRole('row')).toHaveCount(1 + 12);
  const summary = await answer(
    tenant.api.GET('/api/analytics/summary', { params: { query: { from: yearAgo(), interval: 'month' } } }),
  );
  const cells = await chart
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))),
    );
  expect(cells).toEqual(summary.series.map(({ enrolled, qualified }) => [enrolled, qualified]));
  expect(cells.at(-1)).toEqual([3, 3]);

  await page.reload();
  await expect(page.getByRole('radio', { name: '12 months' })).toBeChecked();
  await expect(card(page, 'Referrals by month')).toBeVisible();
  await page.getByRole('radio', { name: '12 months' }).press('ArrowLeft');
  await page.getByRole('radio', { name: '90 days' }).press('ArrowLeft');
  await expect(page).toHaveURL('/dashboard?period=30-days');
  await card(page, 'Referrals by day').getByText('Show as table').click();
  await expect(card(page, 'Referrals by day').getByRole('row')).toHaveCount(1 + 30);
});

test('before anything has happened, the page shows the first steps', async ({ page }) => {
  const tenant = await aTenant({ program: null });
  await open(page, tenant);
  await expect(page.getByRole('heading', { name: 'Switch the program on' })).toBeVisible();
  await inspect(page, 'overview-start');
  for (const [name, path] of [
    ['Open Settings > Referrals', '/dashboard/settings/referrals'],
    ['See your customers', '/dashboard/customers'],
    ['Open the list of referrals', '/dashboard/customers/referrals'],
  ] as const) {
    await expect(page.getByRole('link', { name })).toHaveAttribute('href', path);
  }
  await tenant.api.PUT('/api/referrals/config', { body: TWENTY_FOR_THE_REFERRER });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The program is on (Done)' })).toBeVisible();
});

test('a part that fails shows the error, can be retried, and leaves the others', async ({ page }) => {
  const tenant = await aTenant();
  await withASeason(page);
  const fails = {
    status: 500,
    contentType: 'application/problem+json',
    json: { title: 'x', code: 'internal_error' },
  };
  await page.route('**/api/analytics/liability', (route) => route.fulfill(fails));
  await open(page, tenant);
  await expect(page.getByRole('alert')).toContainText('Something went wrong on our side');
  await expect(card(page, 'Top referrers').getByRole('link')).toHaveCount(5);
  await page.unroute('**/api/analytics/liability');
  await page.route('**/api/analytics/summary*', (route) => route.fulfill(fails));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(card(page, 'Outstanding credit')).toContainText('You owe no credit');

  await page.reload();
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(card(page, 'Outstanding credit')).toContainText('You owe no credit');
  await inspect(page, 'overview-error');
  await page.unroute('**/api/analytics/summary*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'The program is on (Done)' })).toBeVisible();
});

test('the figures of a season, and the details of the bar under the pointer', async ({ page }) => {
  const tenant = await aTenant();
  await withASeason(page);
  await open(page, tenant);
  const chart = card(page, 'Referrals by week');
  await expect(chart.getByText('144 referrals in this period')).toBeVisible();
  await inspect(page, 'overview');
  await chart.getByRole('img').locator('g g').last().hover();
  await expect(chart.getByText('May 11 – 17, 2026: 19 referrals, 6 confirmed')).toBeVisible();
  const { funnel } = A_SEASON;
  await expect(card(page, 'From link to reward')).toContainText(`Confirmed${funnel.qualified}`);
});

test('in Spanish', async ({ page }) => {
  const tenant = await aTenant({ name: 'Residuos del Norte', currency: 'EUR' });
  await withASeason(page);
  await open(page, tenant);
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(card(page, 'Del enlace a la recompensa')).toContainText('Recompensados61');
  await expect(card(page, 'Crédito pendiente')).toContainText('1235,50');
  await inspect(page, 'overview-es');
});

/** Returns the first day of the month eleven months ago. */
const yearAgo = (): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11, 1)).toISOString();
};
