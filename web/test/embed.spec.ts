import type { Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { serveHostPage, setAttributes } from './support/host-page.js';
import { expect, test } from './support/test.js';
import { tokenFor } from './support/tokens.js';
import { aCustomer, aTenant, codeOf, HOST_URL } from './support/world.js';

// One host for all tests: its origin is in the service's settings.
test.describe.configure({ mode: 'default' });
let host: Server;
test.beforeAll(async () => {
  host = (await serveHostPage(Number(new URL(HOST_URL).port))).server;
});
test.afterAll(() => {
  host.closeAllConnections();
  host.close();
});

const portalIn = (page: Page): FrameLocator => page.frameLocator('referral-portal iframe');

/** Counts the events that reach the host's document. */
const countExpired = (page: Page, prevented: boolean): Promise<void> =>
  page.evaluate((prevent) => {
    document.documentElement.dataset.expired = '';
    addEventListener('referral-portal:expired', (event) => {
      document.documentElement.dataset.expired = `${document.documentElement.dataset.expired ?? ''}x`;
      if (prevent) event.preventDefault();
    });
  }, prevented);

test('a host’s page shows the portal in its colors, as high as it is, with nothing of the token in an address', async ({
  page,
}) => {
  // As browsers do that block storage in frames of other sites.
  await page.addInitScript(() => {
    for (const store of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, store, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  const customer = await aCustomer(await aTenant());
  const code = await codeOf(customer);
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(HOST_URL);
  await setAttributes(page, { token: customer.token, color: '#7a1fa2', background: '#fff8e7' });
  const portal = portalIn(page);
  await expect(portal.locator('code')).toHaveText(code);
  await expect(page.locator('referral-portal iframe')).toHaveAttribute('title', 'Your referrals');
  await expect(portal.locator('header')).toHaveCount(0);
  expect(addresses.filter((url) => url.includes(customer.token.slice(-20)))).toEqual([]);

  const main = portal.getByRole('button', { name: 'Copy invitation' });
  const colors = async (): Promise<string[]> => [
    await main.evaluate((button) => getComputedStyle(button).backgroundColor),
    await portal.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
  ];
  const [purple] = await colors();
  expect((await colors())[1]).toBe('rgb(255, 248, 231)');
  await expect.poll(() => overflowOf(page)).toBe(0);
  await page.screenshot({ path: 'dist/pictures/embed-desk-light.png', fullPage: true });

  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => overflowOf(page)).toBe(0);
  await setAttributes(page, { color: '#0b5cad', background: '#14181d', locale: 'es' });
  await expect(portal.getByRole('heading', { name: 'Invita a tus amigos' })).toBeVisible();
  await expect(portal.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(page.locator('referral-portal iframe')).toHaveAttribute('title', 'Tus referidos');
  expect(await portal.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    'rgb(20, 24, 29)',
  );
  const blue = await portal
    .getByRole('button', { name: 'Copiar invitación' })
    .evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(blue).not.toBe(purple);
  await page.screenshot({ path: 'dist/pictures/embed-phone-dark.png', fullPage: true });
  const { violations } = await new AxeBuilder({ page }).include('referral-portal').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${String(nodes[0]?.target)}`)).toEqual([]);
});

/** Returns the difference between the frame's height and that of its content. */
const overflowOf = (page: Page): Promise<number> =>
  portalIn(page)
    .locator('#root')
    .evaluate((root) => Math.ceil(root.getBoundingClientRect().height) - window.innerHeight);

test('a new token needs no reload: the same customer’s page stays, another customer gets theirs', async ({
  page,
}) => {
  const tenant = await aTenant();
  const [john, jane] = [await aCustomer(tenant), await aCustomer(tenant)];
  await page.goto(HOST_URL);
  await setAttributes(page, { token: john.token });
  const portal = portalIn(page);
  await expect(portal.locator('code')).toHaveText(await codeOf(john));
  await portal.locator('html').evaluate((html) => (html.dataset.mark = 'same page'));

  const renewed = await tokenFor({
    audience: 'customer',
    subject: john.id,
    tenantId: tenant.id,
    seconds: 7200,
  });
  await setAttributes(page, { token: renewed });
  const sent = page.waitForRequest('**/my-code/qr?format=png');
  await expect(async () => {
    await portal.getByRole('button', { name: 'Picture (PNG)' }).click();
    expect((await sent).headers().authorization).toBe(`Bearer ${renewed}`);
  }).toPass();

  await setAttributes(page, { token: jane.token });
  await expect(portal.locator('code')).toHaveText(await codeOf(jane));
  await expect(portal.locator('html')).toHaveAttribute('data-mark', 'same page');
});

/** Waits for the first request for a token, so that later counts are about the tokens that the element gets. */
const hasAskedForAToken = (page: Page): Promise<void> =>
  expect(portalIn(page).getByRole('button', { name: 'Continue' })).toBeVisible();

test('a token that is over or refused: the host is told, and a new one opens the portal again', async ({
  page,
}) => {
  const tenant = await aTenant();
  const john = await aCustomer(tenant);
  await page.goto(HOST_URL);
  await hasAskedForAToken(page);
  await countExpired(page, true);
  const html = page.locator('html');
  const portal = portalIn(page);
  const over = { audience: 'customer', subject: john.id, tenantId: tenant.id, seconds: 4 } as const;
  await setAttributes(page, { token: await tokenFor(over) });
  await expect(portal.locator('code')).toBeVisible();
  await expect(portal.getByRole('heading', { name: 'You have been signed out' })).toBeVisible();
  await expect(html).toHaveAttribute('data-expired', 'x');
  await expect.poll(() => overflowOf(page)).toBe(0);

  await portal.getByRole('button', { name: 'Continue' }).click();
  await expect(html).toHaveAttribute('data-expired', 'xx');
  await setAttributes(page, { token: john.token });
  await expect(portal.locator('code')).toBeVisible();

  await setAttributes(page, { token: await tokenFor({ ...over, tenantId: 'ten_of_nobody', seconds: 3600 }) });
  await expect(html).toHaveAttribute('data-expired', 'xxx');
});

test('where nobody brings a token, going on loads the host’s page again', async ({ page }) => {
  await page.goto(HOST_URL);
  await hasAskedForAToken(page);
  await countExpired(page, false);
  await setAttributes(page, { token: 'none' });
  await expect(page.locator('html')).toHaveAttribute('data-expired', 'x');
  const loaded = page.waitForEvent('load');
  await portalIn(page).getByRole('button', { name: 'Continue' }).click();
  await loaded;
  await expect(page.locator('html')).not.toHaveAttribute('data-expired');
});

test('what is not theirs is not listened to, and an element that is gone leaves nothing', async ({
  page,
}) => {
  const john = await aCustomer(await aTenant());
  await page.goto(HOST_URL);
  await setAttributes(page, { token: john.token });
  const code = portalIn(page).locator('code');
  await expect(code).toBeVisible();
  const frame = page.locator('referral-portal iframe');
  await expect.poll(() => overflowOf(page)).toBe(0);
  const height = (await frame.boundingBox())?.height;
  await page.evaluate(() => {
    postMessage({ type: 'referral-portal:height', height: 9 }, '*');
    const inner = document.querySelector('referral-portal')?.shadowRoot?.querySelector('iframe');
    for (const data of ['x', null, { type: 'referral-portal:settings' }, { type: 'other', token: 'x' }]) {
      inner?.contentWindow?.postMessage(data, '*');
    }
  });
  await expect(code).toBeVisible();
  expect((await frame.boundingBox())?.height).toBe(height);

  await page.evaluate(() => {
    const element = document.querySelector('referral-portal');
    element?.remove();
    Object.assign(window, { element });
  });
  await expect(frame).toHaveCount(0);
  await page.evaluate(() => {
    document.body.append((window as unknown as { element: Element }).element);
  });
  await expect(code).toBeVisible();
});

test('a page of an origin that is not listed gets no portal: the browser refuses', async ({ browser }) => {
  const other = await serveHostPage(0);
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(other.url);
  await setAttributes(page, { token: 'x' });
  await expect.poll(() => said.join()).toContain('frame-ancestors');
  await expect(portalIn(page).locator('#root')).toHaveCount(0);
  await page.close();
  other.server.close();
});
