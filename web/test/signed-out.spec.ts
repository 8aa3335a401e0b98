import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { tokenFor } from './support/tokens.js';
import { aCustomer, aTenant } from './support/world.js';

for (const [surface, audience] of [
  ['dashboard', 'tenant-admin'],
  ['portal', 'customer'],
] as const) {
  test(`${surface}: a link's token is taken out of the address at once, and kept for this tab`, async ({
    page,
  }) => {
    const tenant = await aTenant();
    const token = audience === 'customer' ? (await aCustomer(tenant)).token : tenant.token;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`/${surface}#token=${token}&return_url=https://app.example.com/`);
    await expect(page.getByText('Acme Waste').first()).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
    expect(asked.filter((url) => url.includes(token.slice(-20)))).toEqual([]);
    await page.reload();
    await expect(page.getByText('Acme Waste').first()).toBeVisible();
  });

  test(`${surface}: an expired token says so and leads back`, async ({ page }) => {
    const token = await tokenFor({ audience, subject: 'cus_x', tenantId: 'ten_x', seconds: -60 });
    await page.goto(`/${surface}#token=${token}&return_url=https://app.example.com/`);
    await expect(page.getByRole('heading', { name: 'You have been signed out' })).toBeVisible();
    const back = page.getByRole('link', { name: 'Back to app.example.com' });
    await expect(back).toHaveAttribute('href', 'https://app.example.com/');
    await inspect(page, `${surface}-expired`);
  });

  test(`${surface}: a link leads back to nowhere but where the operator says`, async ({ page }) => {
    const token = await tokenFor({ audience, subject: 'cus_x', tenantId: 'ten_x', seconds: -60 });
    for (const place of [
      'https://evil.example/',
      'http://app.example.com/',
      'https://app.example.com.evil.example/',
    ]) {
      await page.goto('about:blank');
      await page.goto(`/${surface}#token=${token}&return_url=${place}`);
      await expect(page.getByRole('heading', { name: 'You have been signed out' })).toBeVisible();
      await expect(page.getByRole('link')).toHaveCount(0);
    }
  });

  test(`${surface}: another's link asks before it takes the place of who is signed in`, async ({ page }) => {
    const [mine, theirs] = await Promise.all([
      aTenant({ name: 'Mine Ltd' }),
      aTenant({ name: 'Theirs Ltd' }),
    ]);
    const tokenOf = async (tenant: typeof mine): Promise<string> =>
      audience === 'customer' ? (await aCustomer(tenant)).token : tenant.token;
    await page.goto(`/${surface}#token=${await tokenOf(mine)}`);
    await expect(page.getByText('Mine Ltd').first()).toBeVisible();
    const link = `/${surface}#token=${await tokenOf(theirs)}`;
    for (const open of [
      () => page.goto(link),
      () => page.evaluate((to) => void (location.hash = to), link.split('#')[1] ?? ''),
    ]) {
      await open();
      await expect(page.getByRole('heading', { name: 'This link is for another account' })).toBeVisible();
      expect(new URL(page.url()).hash).toBe('');
      await inspect(page, `${surface}-other-session`);
      await page.getByRole('button', { name: 'Stay signed in' }).click();
      await expect(page.getByText('Mine Ltd').first()).toBeVisible();
    }
    await page.reload();
    await expect(page.getByText('Mine Ltd').first()).toBeVisible();
    await page.goto(link);
    await page.getByRole('button', { name: 'Switch accounts' }).click();
    await expect(page.getByText('Theirs Ltd').first()).toBeVisible();
    await page.reload();
    await expect(page.getByText('Theirs Ltd').first()).toBeVisible();
  });

  test(`${surface}: a token that the API refuses ends the session`, async ({ page }) => {
    const token = await tokenFor({ audience, subject: 'cus_x', tenantId: 'ten_of_nobody' });
    await page.goto(`/${surface}#token=${token}`);
    await expect(page.getByRole('heading', { name: 'You have been signed out' })).toBeVisible();
  });

  test(`${surface}: no token, another surface's token, and an address that is none`, async ({ page }) => {
    await page.goto(`/${surface}`);
    await expect(page.getByRole('heading', { name: 'Open this page from your link' })).toBeVisible();
    const other = await tokenFor({
      audience: audience === 'customer' ? 'tenant-admin' : 'customer',
      subject: 'x',
    });
    await page.goto(`/${surface}#token=${other}&return_url=javascript:alert(1)`);
    await expect(page.getByRole('heading', { name: 'This link is for another page' })).toBeVisible();
    await expect(page.getByRole('link')).toHaveCount(0);
  });
}
