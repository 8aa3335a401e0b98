import type { EventAnswer } from '../../src/events/feed/event.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { MyReferralAnswer, ReferralAnswer } from '../../src/referral/referral.dto.js';
import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import { majorOf } from '../../src/tenant/value.js';
import { valueOf } from '../support/values.js';
import { readMyCode } from './enrolling.js';
import type { History } from './history.js';
import { eventsOf, statementOf } from './invoicing.js';
import { statusOf } from './model.js';

/** Checks everything that must hold at the end of a history. */
export async function checkTheEnd(history: History): Promise<void> {
  history.begin('the end');
  for (const person of history.people.slice(0, 2)) await readMyCode(history, person);
  await portalSaysWhatTheAdminSees(history);
  await promisedCreditWasGranted(history);
  await nothingIsUsedTwice(history);
  await promosKeepTheirLimit(history);
  eventsTellLegalLives(history, await eventsOf(history));
  await ledgerIsValid(history);
}

/** A referrer's own list says of each referral what the admin's list says. */
async function portalSaysWhatTheAdminSees(history: History): Promise<void> {
  const { data } = await history.asAdmin<Page<ReferralAnswer>>('GET', '/api/referrals?limit=100');
  for (const { id, token } of history.people) {
    const admins = data.filter(({ referrer_customer_id }) => referrer_customer_id === id);
    if (admins.length === 0) continue;
    const mine = await history.call<Page<MyReferralAnswer>>('GET', '/api/referrals/mine?limit=100', {
      token,
    });
    history.agree(
      "a referrer's own list says what the admin's list says",
      admins.map(
        ({ id: referral, created_at, status, referrer_reward, referrer_reward_withheld: withheld }) => ({
          ...{ id: referral, created_at, status, withheld },
          reward: referrer_reward && Object.assign({}, referrer_reward, whatWillCome(history, referral)),
        }),
      ),
      mine.data.map(({ id: referral, created_at, status, reward, withheld }) => {
        const { available_at: _, ...rest } = reward ?? { available_at: null };
        return { id: referral, created_at, status, withheld, reward: reward && rest };
      }),
    );
  }
}

/** Returns the value of a referrer's credit that comes back in part, which the referrer's own list says. */
function whatWillCome({ rewards, now, tenant }: History, referralId: string): { value?: number } {
  const reward = rewards.find(({ referral, role }) => referral.id === referralId && role === 'referrer');
  if (reward === undefined || reward.shortfall === 0 || statusOf(reward, now) !== 'pending') return {};
  const { type, units } = reward.value;
  return { value: majorOf(valueOf({ type, units: units - reward.shortfall }), tenant.currency) };
}

/** A promised credit whose moment has come was granted to the account, whole and once. */
async function promisedCreditWasGranted(history: History): Promise<void> {
  const granted = new Map<string, number>();
  for (const person of history.people) {
    const { entries } = await statementOf(history, person);
    for (const { lot_id, kind, amount_cents } of entries) {
      if (kind === 'grant') granted.set(lot_id, (granted.get(lot_id) ?? 0) + amount_cents);
    }
  }
  const events = await eventsOf(history);
  for (const reward of history.rewards.filter(({ value }) => value.type === 'credit')) {
    const given = events.filter(
      ({ type, data }) => type === 'reward.applied' && data.reward_id === reward.id,
    );
    const due = ['applied', 'reversed'].includes(statusOf(reward, history.now));
    const amounts = given.map(({ data }) => granted.get(String(data.lot_id)));
    const said = Array.from(
      { length: (due ? 1 : 0) + reward.grants },
      (_, index) => (index === 0 ? reward.value.units : amounts[index]), // what came back lacks what had been used
    );
    history.agree(
      `the promised credit of the ${reward.role} in the ${reward.referral.name} is granted once its moment has come`,
      said,
      amounts,
    );
  }
}

/** Each reward and each promo of a customer is used by at most one invoice that was not reversed. */
async function nothingIsUsedTwice(history: History): Promise<void> {
  const { data } = await history.asAdmin<Page<RedemptionAnswer>>('GET', '/api/redemptions?limit=100');
  const used = data
    .filter(({ status }) => status !== 'reversed')
    .flatMap(({ customer_id, lines }) =>
      lines
        .filter(({ source }) => source !== 'credit')
        .map(({ reward_id, promo_id }) => reward_id ?? `${promo_id} of ${customer_id}`),
    );
  history.agree('a reward or promo is used by one standing invoice', [...new Set(used)], used);
}

/** A promo is used as often as people enrolled with it, and no more often than it may be. */
async function promosKeepTheirLimit(history: History): Promise<void> {
  const { data } = await history.asAdmin<Page<PromoAnswer>>('GET', '/api/promos?limit=100');
  for (const { id, redemption_count, max_redemptions } of data) {
    const uses = history.promos.find((promo) => promo.id === id)?.uses;
    history.agree('a promo counts the people who enrolled with it', uses, redemption_count);
    history.agree('a promo keeps its limit', true, redemption_count <= (max_redemptions ?? redemption_count));
  }
}

/** What may follow in the life of a reward, by the event and the state that it leads to. */
const LIFE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  new: {
    'reward.available': 'usable',
    'reward.applied': 'applied',
    'reward.voided': 'voided',
    'reward.reversed': 'reversed',
    'reward.expired': 'over',
  },
  usable: { 'reward.applied': 'applied', 'reward.reversed': 'reversed', 'reward.expired': 'over' },
  applied: { 'reward.returned': 'usable', 'reward.reversed': 'reversed' },
  // A refund ended it, and a later invoice qualified the referral again.
  reversed: {
    'reward.recovered': 'reversed',
    'reward.available': 'usable',
    'reward.applied': 'applied',
    'reward.voided': 'voided',
  },
  voided: {
    'reward.available': 'usable',
    'reward.applied': 'applied',
    'reward.voided': 'voided',
    'reward.withheld': 'voided',
  },
  over: {},
};

/** Events are numbered without a gap, and each reward's events tell a legal life. A reward that never was has no id. */
function eventsTellLegalLives(history: History, events: readonly EventAnswer[]): void {
  history.agree(
    'events are numbered without a gap',
    events.map((_, index) => index + 1),
    events.map(({ sequence }) => sequence),
  );
  const states = new Map<unknown, string>();
  for (const { type, data } of events.filter((event) => event.type.startsWith('reward.'))) {
    if (data.reward_id === undefined) {
      history.agree('only a reward that never was has no id', 'reward.withheld', type);
      continue;
    }
    const state = states.get(data.reward_id) ?? 'new';
    const next = LIFE[state]?.[type];
    history.agree(`a reward that is ${state} can have the event ${type}`, true, next !== undefined);
    states.set(data.reward_id, next ?? '');
  }
}

/** The ledger of every customer verifies. */
async function ledgerIsValid(history: History): Promise<void> {
  const { valid, first_failure } = await history.asAdmin<VerificationAnswer>('GET', '/api/ledger/verify');
  history.agree('the ledger is valid', { valid: true, first_failure: null }, { valid, first_failure });
}
