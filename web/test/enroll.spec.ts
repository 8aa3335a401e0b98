import { answer } from 'referrals-sdk';
import { anInvitation, aPromo, enrolled, fillIn, payABill, submit } from './support/enrolling.js';
import { inspect } from './support/inspect.js';
import { expect, test } from './support/test.js';
import { openPortal } from './support/portal.js';
import { aCustomer, aTenant, codeOf, unique } from './support/world.js';

test("a friend's link: the code is filled in and checked, they enroll, and the referral is applied", async ({
  page,
}) => {
  const { tenant, john, code } = await anInvitation();
  const opened: unknown[] = [];
  await page.route('**/api/referrals/link-opened', async (route) => {
    opened.push(route.request().postDataJSON());
    await route.continue();
  });
  await page.goto(`/enroll/${tenant.slug}?ref=${code}`);
  await expect(page.getByRole('heading', { name: 'John Doe invites you to Acme Waste' })).toBeVisible();
  await expect(page.getByLabel('Referral code')).toHaveValue(code);
  await expect(page.getByRole('status').filter({ hasText: 'John Doe invites you: 10% off' })).toBeVisible();
  await expect(page.getByText('As a new customer you get 10% off.')).toBeVisible();
  await inspect(page, 'enroll-invited');

  const email = await fillIn(page);
  await page.getByLabel('Phone').fill('+1 555 0100');
  await submit(page);
  await expect(enrolled(page)).toBeFocused();
  await expect(page.getByText('10% off from John Doe’s invitation')).toBeVisible();
  await expect(page.getByText(`Acme Waste has your details and will contact you at ${email}.`)).toBeVisible();
  await payABill(tenant, email); // and the next day John
  await payABill(tenant, john.email);
  const { data: referrals } = await answer(tenant.api.GET('/api/referrals'));
  expect(referrals).toMatchObject([
    { referrer_name: 'John Doe', referee_name: 'Jane Smith', referee_email: email, status: 'applied' },
  ]);
  expect(opened).toEqual([{ tenant_slug: tenant.slug, referral_code: code }]); // once
});

test('a shared link has a title and a picture before any script runs', async ({ page }) => {
  const { tenant, code } = await anInvitation();
  const html = await (await page.request.get(`/enroll/${tenant.slug}?ref=${code}`)).text();
  expect(html).toContain('<meta property="og:title" content="John Doe invites you to Acme Waste');
  expect(html).toContain('<meta property="og:image" content="');
});

test('a typed code is checked once for each value that stays, and a late answer is ignored', async ({
  page,
}) => {
  const { tenant, code } = await anInvitation();
  const asked: string[] = [];
  await page.route('**/api/referrals/validate', async (route) => {
    const { referral_code } = route.request().postDataJSON() as { referral_code: string };
    asked.push(referral_code);
    if (referral_code === 'ZZZZZZZZ') await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined); // the page may have aborted it
  });
  await page.goto(`/enroll/${tenant.slug}`);
  const field = page.getByLabel('Referral code');
  await field.pressSequentially('zzzz');
  await page.waitForTimeout(600);
  expect(asked).toEqual([]); // an incomplete code is not wrong
  await field.pressSequentially('zzzz');
  await expect.poll(() => asked).toEqual(['ZZZZZZZZ']);
  const typed = `${code.slice(0, 4)} - ${code.slice(4)}`.toLowerCase();
  await field.fill('');
  await field.pressSequentially(` ${typed} `, { delay: 20 });
  await expect(page.getByText('John Doe invites you: 10% off')).toBeVisible();
  await page.waitForTimeout(1500);
  await expect(page.getByText('John Doe invites you: 10% off')).toBeVisible();
  expect(asked).toEqual(['ZZZZZZZZ', code]);

  await fillIn(page);
  await submit(page);
  await expect(page.getByText('10% off from John Doe’s invitation')).toBeVisible();
});

test('what the portal copies, or a sentence, is pasted as a code', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  const { tenant, john, code } = await anInvitation();
  await aPromo(tenant, true);
  await openPortal(page, john);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
  await page.goto(`/enroll/${tenant.slug}`);
  const field = page.getByLabel('Referral code');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(field).toHaveValue(new RegExp(`^http.+[?]ref=${code}$`));
  await expect(page.getByText('John Doe invites you: 10% off')).toBeVisible();
  await field.fill('my code is ZZZZZZZZ');
  await expect(page.getByText('We don’t know this code. You can enroll without it.')).toBeVisible();
  await field.fill(`my code is ${code}`);
  await expect(page.getByText('John Doe invites you: 10% off')).toBeVisible();
  await page
    .getByLabel('Promo code')
    .fill('https://example.com/?utm_source=flyer&promo=spring15 for 15% off!');
  await expect(page.getByRole('heading', { name: 'Both apply' })).toBeVisible();
  await fillIn(page);
  await submit(page);
  await expect(page.getByText('10% off from John Doe’s invitation')).toBeVisible();
  await expect(page.getByText('15% off with the promo spring15')).toBeVisible();
});

test('unknown codes, and a program that is off, prevent no enrollment', async ({ page }) => {
  const tenant = await aTenant({ program: null });
  const code = await codeOf(await aCustomer(tenant));
  await page.goto(`/enroll/${tenant.slug}?ref=${code}&promo=%00${'x'.repeat(400)}`);
  await expect(page.getByText('We don’t know this code. You can enroll without it.')).toHaveCount(2);
  const email = await fillIn(page);
  await submit(page);
  await expect(enrolled(page)).toBeFocused();
  await expect(page.getByText(`Referral code ${code}: we don’t know this code.`)).toBeVisible();
  await expect(page.getByText(/^Promo code X{63}…: we don’t know this code\.$/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What you get' })).toHaveCount(0);
  const { data } = await answer(tenant.api.GET('/api/customers', { params: { query: { q: email } } }));
  expect(data).toHaveLength(1);
});

test("a promo that can't be combined: both prices are shown, and the invitation is dropped as announced", async ({
  page,
}) => {
  const { tenant, code } = await anInvitation();
  await aPromo(tenant, false);
  await page.goto(`/enroll/${tenant.slug}?ref=${code}&promo=spring15`);
  const region = page.locator('section').filter({
    has: page.getByRole('heading', { name: 'This promo can’t be combined with an invitation' }),
  });
  await expect(region).toContainText('On a bill of $100, for example');
  await expect(region).toContainText('With the promo$85');
  await expect(region).toContainText('With the invitation$90');
  await expect(region).toContainText('the promo applies and the invitation is dropped.');
  await expect(region.getByRole('button')).toHaveCount(0); // the promo is cheaper
  await expect(page.getByText('With your promo you get 15% off, in place of 10% off.')).toBeVisible();
  await inspect(page, 'enroll-either-or');
  await fillIn(page);
  await submit(page);
  await expect(enrolled(page)).toBeVisible();
  await expect(page.getByText('15% off with the promo SPRING15')).toBeVisible();
  await expect(
    page.getByText('John Doe’s invitation: it can’t be combined with the promo SPRING15.'),
  ).toBeVisible();
  expect((await answer(tenant.api.GET('/api/referrals'))).data).toEqual([]);
});

test('a promo that takes less is removed in favour of the invitation', async ({ page }) => {
  const { tenant, code } = await anInvitation();
  await aPromo(tenant, false, 5);
  await page.goto(`/enroll/${tenant.slug}?ref=${code}&promo=SPRING15`);
  await page.getByRole('button', { name: 'Drop the promo, keep the invitation' }).click();
  await expect(page.getByLabel('Promo code')).toBeFocused();
  await expect(page.getByLabel('Promo code')).toHaveValue('');
  await expect(page.getByText('This promo can’t be combined')).toHaveCount(0);
  await fillIn(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('10% off from John Doe’s invitation')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What was not used' })).toHaveCount(0);
});

test('a promo that keeps the referral for the referrer says so', async ({ page }) => {
  const { tenant, code } = await anInvitation();
  const config = await answer(tenant.api.GET('/api/referrals/config'));
  await answer(
    tenant.api.PUT('/api/referrals/config', { body: { ...config, referral_keep_attribution: true } }),
  );
  await aPromo(tenant, false);
  await page.goto(`/enroll/${tenant.slug}?ref=${code}&promo=SPRING15`);
  await expect(page.getByText('The invitation still counts for the person who sent it.')).toBeVisible();
  await fillIn(page);
  await submit(page);
  await expect(page.getByText('The invitation counts for John Doe.')).toBeVisible();
  await inspect(page, 'enroll-done');
});

test.describe('in Spanish, by the browser', () => {
  test.use({ locale: 'es-ES' });

  test('a promo that can be combined: what each code takes off, and both apply', async ({ page }) => {
    const { tenant, code } = await anInvitation();
    await aPromo(tenant, true);
    await page.goto(`/enroll/${tenant.slug}?ref=${code}&promo=SPRING15`);
    await expect(page.getByRole('heading', { name: 'John Doe te invita a Acme Waste' })).toBeVisible();
    const lines = page.getByRole('definition');
    await expect(lines).toHaveText([/^100\s\$$/, /^-15\s\$$/, /^-8,50\s\$$/, /^76,50\s\$$/]);
    await expect(page.getByText(/^Promoción, 15\s% de descuento$/)).toBeVisible();
    await inspect(page, 'enroll-combined-es');
    await page.getByLabel('Nombre').fill('Jane Smith');
    await page.getByLabel('Correo').fill(`jane-${unique()}@example.com`);
    await page.getByRole('button', { name: 'Inscribirme' }).click();
    await expect(page.getByRole('heading', { name: 'Tu inscripción está hecha, Jane Smith' })).toBeFocused();
    await expect(page.getByText(/^15\s% de descuento con la promoción SPRING15$/)).toBeVisible();
    await expect(page.getByText(/^10\s% de descuento por la invitación de John Doe$/)).toBeVisible();
  });
});
