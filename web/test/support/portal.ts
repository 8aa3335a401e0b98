import type { Page } from '@playwright/test';
import type { Schemas } from 'referrals-sdk';
import { GIVE_TEN_GET_TEN, type TestCustomer } from './world.js';

/** The program "Refer a friend, get $20 credit". */
export const TWENTY_CREDIT = {
  ...GIVE_TEN_GET_TEN,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_value: 15,
} as const satisfies Schemas['SaveConfigRequest'];

/** Opens the portal, signed in as the customer. */
export const openPortal = (page: Page, { token }: Pick<TestCustomer, 'token'>): Promise<unknown> =>
  page.goto(`/portal#token=${token}`);
