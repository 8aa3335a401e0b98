import type { Locator, Page } from '@playwright/test';
import {
  aCustomer,
  codeOf,
  enroll,
  GIVE_TEN_GET_TEN,
  type TestCustomer,
  type TestTenant,
  unique,
} from './world.js';

export const PATH = '/dashboard/customers/referrals';
export const CREDIT_FOR_DISCOUNT = {
  ...GIVE_TEN_GET_TEN,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_value: 15,
} as const;
export const BY_HAND = { ...CREDIT_FOR_DISCOUNT, referral_qualify_on: 'manual' } as const;
export const FAILED = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({ title: 'Internal Server Error', status: 500, code: 'internal_error' }),
};

export const open = (page: Page, { token }: TestTenant, search = ''): Promise<unknown> =>
  page.goto(`${PATH}${search}#token=${token}`);

/** Creates a customer and enrolls friends with their code, one after the other. */
export async function referrals(
  tenant: TestTenant,
  friends: readonly string[],
  by = 'John Doe',
): Promise<{ referrer: TestCustomer; ids: string[] }> {
  const referrer = await aCustomer(tenant, {
    name: by,
    email: `referrer-${unique()}@example.com`,
  });
  const referral_code = await codeOf(referrer);
  const ids: string[] = [];
  for (const name of friends) {
    const email = `friend-${unique()}@example.com`;
    const { referral } = await enroll(tenant, { name, email, referral_code });
    ids.push(referral.referral_id ?? '');
  }
  return { referrer, ids };
}

export const rows = (page: Page): Locator =>
  page.getByRole('table', { name: 'Referrals' }).locator('tbody tr');
export const referees = (page: Page): Locator => rows(page).getByRole('link');
export const drawer = (page: Page): Locator => page.getByRole('dialog', { name: 'Referral', exact: true });
export const link = (page: Page, name: string): Locator => referees(page).filter({ hasText: name });
