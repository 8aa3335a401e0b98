import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import type { ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import type { Reply, TestApp } from '../support/app.js';
import type { TestTenant } from '../support/factories.js';
import { expectProblem, inVain } from './expectations.js';

/** Free text, which may name people. */
export const REASON = 'Mrs Smith called: it was her own sister';

/** What an admin decides, for a reason. */
export const decide = <Body = ReferralDetailAnswer>(
  app: TestApp,
  tenant: TestTenant,
  path: string,
  body: object = { reason: REASON },
): Promise<Reply<Body>> => app.post<Body>(`/api/${path}`, body, tenant.admin);

/** A decision that comes too late: nothing is written. */
export async function expectTooLate(app: TestApp, tenant: TestTenant, path: string): Promise<void> {
  expectProblem(await inVain(app, () => decide(app, tenant, path)), 409, 'illegal_transition');
}

/** A timeline, a text for each line. */
export const linesOf = ({ timeline }: Pick<ReferralDetailAnswer, 'timeline'>): string[] =>
  timeline.map(({ event, actor, detail }) => `${event} by ${actor}: ${detail}`);

/** Every entry follows from the one before, and nobody has less than nothing. */
export async function expectSoundLedger(app: TestApp, tenant: TestTenant): Promise<void> {
  const { body } = await app.get<VerificationAnswer>('/api/ledger/verify', tenant.admin);
  expect(body).toMatchObject({ valid: true, first_failure: null });
  const negative = await app.database.count(
    `(select remaining_cents as cents from credit_lot union all select balance_cents from credit_account) kept
      where cents < 0`,
  );
  expect(negative).toBe(0);
}
