import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { answer } from 'referrals-sdk';
import { openPortal, TWENTY_CREDIT } from './support/portal.js';
import { expect, test } from './support/test.js';
import { aCustomer, aTenant, codeOf } from './support/world.js';

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

test('code and link are copied whole, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  const customer = await aCustomer(await aTenant());
  const { referral_code, enrollment_url } = await answer(customer.api.GET('/api/referrals/my-code'));
  await openPortal(page, customer);
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
  await openPortal(page, customer);
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
  await openPortal(page, customer);
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
  await openPortal(page, customer);
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
  await openPortal(page, customer);
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
