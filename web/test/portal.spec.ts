import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { answer, type Schemas } from 'referrals-sdk';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { aCustomer, aTenant, codeOf, enroll, GIVE_TEN_GET_TEN, type TestCustomer } from './support/world.js';

/** The program "Refer a friend, get $20 credit". */
const TWENTY_CREDIT = {
  ...GIVE_TEN_GET_TEN,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_value: 15,
} as const satisfies Schemas['SaveConfigRequest'];

const open = (page: Page, { token }: TestCustomer): Promise<unknown> => page.goto(`/portal#token=${token}`);
const section = (page: Page, name: string): ReturnType<Page['getByRole']> =>
  page.getByRole('region', { name });

/** Returns the clipboard's text by pasting it, because pages may not read it. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  return page.locator('textarea').evaluate((field: HTMLTextAreaElement) => {
    field.remove();
    return field.value;
  });
}

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

  await open(page, customer);
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
  await open(page, customer);
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
  await open(page, other);
  await page.getByRole('button', { name: 'Switch accounts' }).click();
  await expect(rewards).toContainText('10% off your next invoice, thanks to Ana.');
});

test('code and link are copied whole, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  const customer = await aCustomer(await aTenant());
  const { referral_code, enrollment_url } = await answer(customer.api.GET('/api/referrals/my-code'));
  await open(page, customer);
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Code copied' })).toBeAttached();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
  expect(await pasted(page)).toBe(referral_code);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
  expect(await pasted(page)).toBe(enrollment_url);
  await expect(page.getByRole('button', { name: 'Copy code' })).toBeVisible(); // and back again
});

test('where the clipboard is closed, the older way is taken; else the code is selected whole', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  const customer = await aCustomer(await aTenant());
  const code = await codeOf(customer);
  await open(page, customer);
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
  await page.evaluate(() => {
    Object.assign(document, { execCommand: () => false });
  });
  await page.getByRole('button', { name: 'Copied' }).click();
  await expect(page.getByText('Your browser blocked copying.')).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(code);
});

test('texts to send name the business, the reward and the link, in the page’s language', async ({ page }) => {
  const tenant = await aTenant({ name: 'Müll & Söhne', program: TWENTY_CREDIT });
  const customer = await aCustomer(tenant);
  const { enrollment_url } = await answer(customer.api.GET('/api/referrals/my-code'));
  await open(page, customer);
  const hrefOf = async (name: string): Promise<string> =>
    (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
  const text = `I’m a customer of Müll & Söhne. Enroll with my link and you get 15% off: ${enrollment_url}`;
  expect(decodeURIComponent(await hrefOf('WhatsApp'))).toBe(`https://wa.me/?text=${text}`);
  expect(decodeURIComponent(await hrefOf('Text message'))).toBe(`sms:?&body=${text}`);
  expect(decodeURIComponent(await hrefOf('E-mail'))).toBe(
    `mailto:?subject=An invitation to Müll & Söhne&body=${text}`,
  );
  expect(await hrefOf('WhatsApp')).toContain('M%C3%BCll%20%26%20S%C3%B6hne');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByRole('link', { name: 'Correo' })).toBeVisible();
  expect(decodeURIComponent(await hrefOf('SMS'))).toBe(
    `sms:?&body=Soy cliente de Müll & Söhne. Date de alta con mi enlace y recibirás 15\u00a0% de descuento: ${enrollment_url}`,
  );
});

test('on a phone the main action is the device’s own sharing, within thumb reach', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.addInitScript(() => {
    navigator.canShare = () => true;
    navigator.share = (data) => {
      document.title = `shared ${data?.text ?? ''}`;
      return Promise.reject(new DOMException('closed again', 'AbortError'));
    };
  });
  const customer = await aCustomer(await aTenant());
  await open(page, customer);
  const share = page.getByRole('button', { name: 'Share' });
  await expect(share).toHaveCount(1);
  await expect(share).toBeInViewport({ ratio: 1 });
  expect((await share.boundingBox())?.y).toBeGreaterThan(740 - 120);
  await share.click();
  await expect(page).toHaveTitle(/^shared I’m a customer of Acme Waste\. .*\/enroll\/.*\?ref=/);
  await expect(page.getByText('Your browser blocked copying.')).toHaveCount(0);
});

test('the QR code is seen, and kept as PNG and SVG', async ({ page }) => {
  const customer = await aCustomer(await aTenant());
  const code = await codeOf(customer);
  await open(page, customer);
  const picture = page.getByRole('img', { name: 'QR code of your link' });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  for (const [button, name, start] of [
    ['Picture (PNG)', `referral-${code}.png`, '\u0089PNG'],
    ['For print (SVG)', `referral-${code}.svg`, '<svg'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(name);
    expect((await readFile(await file.path(), 'latin1')).slice(0, 4)).toBe(start);
  }
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
  await open(page, customer);
  await expect(page.getByRole('heading', { level: 1, name: 'Referrals are paused' })).toBeVisible();
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
  await open(page, customer);
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
  await open(page, customer);
  await expect(page.getByRole('status', { name: 'Loading …' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('nobody has come yet: three steps and a picture', async ({ page }) => {
    const customer = await aCustomer(await aTenant({ program: TWENTY_CREDIT, name: 'Recolección Verde' }));
    await open(page, customer);
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
