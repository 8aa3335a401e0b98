import type { ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aReferrer, aTenant, redeem, saveProgram, type TestTenant } from '../support/factories.js';
import { decide } from './decisions.js';
import { aFriendOf, creditOf, DAY_MS, type Friend, referralOf, reverse } from './redemption-readings.js';

const CREDIT = { referral_reward_type: 'credit', referral_reward_value: 20 } as const;

const app = useTestApp();

describe.each(CURRENCIES)("a referral's timeline, in $currency", ({ currency, cents, shown }) => {
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;

  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    await saveProgram(app, tenant, CREDIT);
    john = await aReferrer(app, tenant);
  });

  const creditLines = async (friend: Friend): Promise<unknown[]> =>
    (await referralOf(app, tenant, friend)).timeline
      .filter(({ event }) => event.startsWith('credit.'))
      .map(({ event, detail, data }) => [event, detail, data]);

  it('lists what happened to the credit of the referral, from the ledger', async () => {
    const friend = await aFriendOf(app, tenant, john);
    const { body: redemption } = await redeem(app, tenant, john.id, {
      amount_cents: cents(15),
      invoice_id: 'INV-9',
    });
    await reverse(app, tenant, redemption.id, { amount_cents: cents(5), reason: "referee's card bounced" });
    const adjustment = { amount_cents: cents(-1), reason: 'a mistake' };
    await app.post(`/api/customers/${john.id}/credit/adjustments`, adjustment, tenant.admin);
    await decide(app, tenant, `rewards/${friend.referrerReward}/void`, { reason: 'fraud' });
    await reverse(app, tenant, redemption.id, { reason: 'refund' });
    const mine = { role: 'referrer', reward_id: friend.referrerReward };
    expect(await creditLines(friend)).toEqual([
      [
        'credit.used',
        `${shown(15)} of the referrer's credit used on invoice INV-9`,
        { ...mine, amount_cents: cents(15), invoice_id: 'INV-9' },
      ],
      [
        'credit.returned',
        `${shown(5)} of the referrer's credit given back: invoice INV-9 was reversed`,
        { ...mine, amount_cents: cents(5), invoice_id: 'INV-9', reason: "referee's card bounced" },
      ],
      [
        'credit.adjusted',
        `${shown(1)} of the referrer's credit taken by hand: a mistake`,
        { ...mine, amount_cents: cents(1), reason: 'a mistake' },
      ],
      [
        'credit.returned',
        `${shown(10)} of the referrer's credit given back: invoice INV-9 was reversed`,
        { ...mine, amount_cents: cents(10), invoice_id: 'INV-9', reason: 'refund' },
      ],
      [
        'credit.reversed',
        `${shown(10)} of the referrer's credit taken back with its reward`,
        { ...mine, amount_cents: cents(10), invoice_id: 'INV-9', reason: 'refund' },
      ],
    ]);
  });

  it('lists credit that expired', async () => {
    await saveProgram(app, tenant, { ...CREDIT, referral_reward_expires_days: 10 });
    const friend = await aFriendOf(app, tenant, john);
    app.setClockAhead(11 * DAY_MS);
    await creditOf(app, tenant, john.id);
    expect(await creditLines(friend)).toEqual([
      [
        'credit.expired',
        `${shown(20)} of the referrer's credit expired unused`,
        { role: 'referrer', reward_id: friend.referrerReward, amount_cents: cents(20) },
      ],
    ]);
  });

  it('stores the data of each event, and no sentence', async () => {
    const friend = await aFriendOf(app, tenant, john);
    await redeem(app, tenant, friend.customerId, { invoice_id: 'INV-9' });
    await decide(app, tenant, `referrals/${friend.referralId}/void`, { reason: 'fraud' });
    const kept = await app.database.sql<{ data: object }>(
      'select data from referral_timeline where tenant_id = $1 order by id',
      [tenant.id],
    );
    const reward = { role: 'referee', reward_id: friend.refereeReward, type: 'discount_percent', value: 10 };
    const credit = { role: 'referrer', reward_id: friend.referrerReward, type: 'credit', value: 20 };
    expect(kept.map(({ data }) => data)).toEqual([
      { referral_code: john.code },
      { qualified_by: 'enrollment' },
      credit,
      { ...reward, invoice_id: 'INV-9' },
      { reason: 'fraud' },
      { ...reward, reason: 'fraud', shortfall_cents: 1000 },
      { ...credit, reason: 'fraud', shortfall_cents: 0 },
    ]);
    const { timeline } = await referralOf(app, tenant, friend);
    expect(timeline.map(({ data }) => data)).toEqual(kept.map(({ data }) => data));
  });

  it('has sentences in the requested language, in English by default', async () => {
    const friend = await aFriendOf(app, tenant, john);
    const path = `/api/referrals/${friend.referralId}`;
    const headers = { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' };
    const details = ({ timeline }: ReferralDetailAnswer): string[] => timeline.map(({ detail }) => detail);
    const options = { token: tenant.admin, headers };
    const spanish = await app.call<ReferralDetailAnswer>('GET', path, options);
    const credit = shown(20).replace('.', ',');
    const told = [
      `alta con el código ${john.code}`,
      'cuenta por el alta',
      `${credit} de crédito de quien recomienda: abonado en la cuenta`,
    ];
    expect(details(spanish.body)).toEqual(told);
    expect(details(await referralOf(app, tenant, friend))).toEqual([
      `enrolled with code ${john.code}`,
      'qualified by enrollment',
      `referrer's ${shown(20)} credit put on the account`,
    ]);
    const body = { reason: 'devuelto' };
    const ended = await app.call<ReferralDetailAnswer>('POST', `${path}/void`, { ...options, body });
    expect(details(ended.body)).toEqual([
      ...told,
      'devuelto',
      '10 % del cliente nuevo: retirado: devuelto',
      `${credit} de crédito de quien recomienda: retirado: devuelto`,
    ]);
  });
});
