import { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv } from '../../src/common/env.js';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import { majorOf, VALUE_TYPES } from '../../src/tenant/value.js';
import { valueOf } from '../support/values.js';
import { SECRET, TestApp } from '../support/app.js';
import { aPromo, aReferrer, aTenant, atOnce } from '../support/factories.js';
import { Chronicle, Dice, History, type HistoryTenant } from '../support/histories.js';
import { BREACHES, breachesIn, type FactKind, FACTS } from '../support/ledger-invariants.js';
import { type ProcessResult, eventually, ServiceProcess } from '../support/process.js';

/** `HISTORIES_SEED=7 npm test -- test/processes/histories.spec.ts` tells other histories. */
const SEED = Number(childEnv().HISTORIES_SEED ?? 1);
const STAGES = 10;
const HISTORIES = 200;
const KILLS = 8;
/** How many histories go on at once during one life of the service. */
const LOADS = [1, 4, 12, 24];
/** A process is killed within so long of its last act. */
const KILLED_WITHIN_MS = 20;
const WATCH_EVERY_MS = 400;

/** What has to occur for the rest to mean something. */
const OCCURRED = `
  select 'entry ' || kind as what from credit_entry
   union select 'redemption ' || status from redemption
   union select 'reward ' || status from reward
   union select 'referral ' || status from referral
   union select type from outbox_event where type in ('reward.withheld', 'reward.returned')
   union select 'shortfall' from reward where shortfall_cents > 0
   union select 'restored, and taken at once by ' || taken.kind
           from credit_entry restored join credit_entry taken using (tenant_id, customer_id, lot_id, created_at)
          where restored.kind = 'restore' and taken.kind in ('expire', 'reverse')
            and taken.sequence = restored.sequence + 1`;

/** What a killed process has left the database to finish. */
const BUSY = `pg_stat_activity where datname = current_database() and usename = $1 and state <> 'idle'`;

describe(`${HISTORIES} random histories (seed ${SEED}) in a service that is killed again and again`, () => {
  const dice = new Dice(SEED);
  const chronicle = new Chronicle();
  const killed: ProcessResult[] = [];
  const verified: VerificationAnswer[] = [];
  /** By name: when each was seen, and what. */
  const breaches = new Map<string, string[]>();
  let app: TestApp;
  let pool: Pool;
  let stages: HistoryTenant[];
  let histories: History[];
  let unansweredByKills: number;

  beforeAll(async () => {
    app = await TestApp.start();
    pool = new Pool({ connectionString: app.database.urlAs('postgres'), max: 4 });
    stages = await atOnce(STAGES, aStage);
    histories = (
      await atOnce(HISTORIES / STAGES, (round) => Promise.all(stages.map(aHistoryOf(round))))
    ).flat();
    const acts = actsLeft();
    for (let kill = 1; kill <= KILLS; kill++) {
      const until = Math.floor((acts * (KILLS + 1 - kill)) / (KILLS + 1)) - dice.below(20);
      killed.push(await (await live(`life ${kill}`, until)).ended);
      await eventually(async () => (await app.database.count(BUSY, [SERVICE_ROLE])) === 0);
      await look(`kill ${kill}`);
    }
    unansweredByKills = chronicle.unanswered;
    const service = await live('the last life', 0);
    await verify(service);
    await service.stop();
    await look('the end');
  }, 240_000);
  afterAll(async () => {
    await pool.end();
    await app.stop();
  });

  /** A tenant with a program by chance; some have limits. */
  async function aStage(index: number): Promise<HistoryTenant> {
    const currency = dice.of(['USD', 'JPY', 'KWD']);
    const limits = {
      referral_max_rewards_per_referrer: index % 4 === 0 ? 2 : null,
      referral_budget_cents: index % 4 === 1 ? 80_000 : null,
    };
    const program = Object.assign(programByChance(dice, currency), limits);
    const tenant = await aTenant(app, { currency, program });
    const promos = [
      await aPromo(app, tenant, { combinable_with_referral: true }),
      await aPromo(app, tenant, { discount_type: 'discount_fixed', discount_value: 7 }),
    ];
    return Object.assign(tenant, {
      promos: promos.map(({ code }) => code),
      tokenOf: (subject: string) => app.tokens.issue({ audience: 'customer', subject, tenantId: tenant.id }),
      terms: (chance: Dice) => programByChance(chance, currency),
      sql: async (text: string, values: unknown[]) => (await pool.query(text, values)).rows as unknown[],
    });
  }

  const aHistoryOf =
    (round: number) =>
    async (stage: HistoryTenant, index: number): Promise<History> => {
      const number = round * STAGES + index;
      const name = `h${number}`;
      await aReferrer(app, stage, { email: `${name}-0@example.com` });
      return new History(stage, name, new Dice(SEED * HISTORIES + number), chronicle);
    };

  const actsLeft = (): number => histories.reduce((sum, { left }) => sum + left, 0);

  /** One life of the service: it is killed soon after only so many acts are left; with 0, it sees the last of them. */
  async function live(name: string, until: number): Promise<ServiceProcess> {
    const DATABASE_URL = app.database.urlAs(SERVICE_ROLE);
    const service = await ServiceProcess.start({ DATABASE_URL, JWT_SECRET: SECRET });
    await verify(service);
    const waiting = histories.filter(({ left }) => left > 0);
    let death: Promise<unknown> | undefined;
    const tell = async (): Promise<void> => {
      for (
        let history = waiting.shift();
        history !== undefined && service.isRunning;
        history = waiting.shift()
      ) {
        await history.step(service);
        if (history.left > 0) waiting.push(history);
        if (until === 0 || actsLeft() > until) continue;
        death ??= sleep(dice.below(KILLED_WITHIN_MS)).then(() => service.end('SIGKILL'));
      }
    };
    let over = false;
    const watch = async (): Promise<void> => {
      while (!over) {
        await look(`${name}, in full run`);
        await sleep(WATCH_EVERY_MS);
      }
    };
    const telling = atOnce(dice.of(LOADS), tell).finally(() => (over = true));
    await Promise.all([telling, watch()]);
    await death;
    return service;
  }

  async function verify(service: ServiceProcess): Promise<void> {
    for (const { admin } of stages) {
      verified.push((await service.call<VerificationAnswer>('GET', '/api/ledger/verify', admin)).body);
    }
  }

  async function look(when: string): Promise<void> {
    for (const [name, rows] of await breachesIn(app.database)) {
      breaches.set(name, [...(breaches.get(name) ?? []), `${when}: ${rows}`]);
    }
  }

  it('are broken off by every kill, and by nothing else', () => {
    expect(killed.map(({ signal }) => signal)).toEqual(Array.from({ length: KILLS }, () => 'SIGKILL'));
    expect(chronicle.unanswered).toBe(unansweredByKills);
    expect(unansweredByKills).toBeGreaterThan(KILLS);
    expect(chronicle.repeated).toBeGreaterThan(0);
    expect(actsLeft()).toBe(0);
  });

  it('are never answered with anything but their effect, or a refusal that fits', () => {
    expect(chronicle.surprises).toEqual([]);
  });

  it('tell of all that can befall credit, invoices, rewards and referrals', async () => {
    const rows = await app.database.sql<{ what: string }>(OCCURRED);
    const kinds = ['grant', 'capture', 'restore', 'expire', 'reverse', 'adjust'];
    const rewards = ['pending', 'available', 'applied', 'voided', 'reversed', 'expired'];
    const expected = [
      ...kinds.map((kind) => `entry ${kind}`),
      ...['applied', 'partially_reversed', 'reversed'].map((status) => `redemption ${status}`),
      ...rewards.map((status) => `reward ${status}`),
      ...['pending', 'qualified', 'rejected', 'reversed'].map((status) => `referral ${status}`),
      ...['reward.withheld', 'reward.returned', 'shortfall'],
      ...['expire', 'reverse'].map((kind) => `restored, and taken at once by ${kind}`),
    ];
    expect(rows.map(({ what }) => what).toSorted()).toEqual(expected.toSorted());
  });

  it.each(Object.keys(BREACHES))('never leave %s', (name) => {
    expect(breaches.get(name) ?? []).toEqual([]);
  });

  it('leave a ledger that verifies, whenever the service starts anew', () => {
    expect(verified).toHaveLength((KILLS + 2) * STAGES);
    expect(verified.flatMap(({ first_failure }) => first_failure ?? []).slice(0, 3)).toEqual([]);
    expect(verified.every(({ valid }) => valid)).toBe(true);
    expect(verified.at(-1)?.entries).toBeGreaterThan(0);
  });

  it.each(Object.keys(FACTS) as FactKind[])('keep every %s that was acknowledged', async (kind) => {
    const told = [...(chronicle.facts.get(kind) ?? [])];
    const rows = await app.database.sql<{ id: string; fact: string }>(FACTS[kind]);
    const kept = new Map(rows.map(({ id, fact }) => [id, fact]));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(([id, fact]) => kept.get(id) !== fact)).toEqual([]);
  });

  it('keep nothing of a preview', async () => {
    expect(chronicle.previews.length).toBeGreaterThan(0);
    expect(await app.database.count('redemption where invoice_id = any($1)', [chronicle.previews])).toBe(0);
  });
});

/** Terms of a program; its limits stay what they are. */
function programByChance(dice: Dice, currency: string): SaveConfigRequest {
  const units = [0, 750, 1000, 2000, 3300];
  const referrer = dice.of([...VALUE_TYPES, 'credit', 'credit'] as const);
  const referee = dice.of([...VALUE_TYPES, 'credit', 'credit'] as const);
  return {
    referral_enabled: true,
    referral_reward_type: referrer,
    referral_reward_value: majorOf(valueOf({ type: referrer, units: dice.of(units) }), currency),
    referral_reward_referee_type: referee,
    referral_reward_referee_value: majorOf(valueOf({ type: referee, units: dice.of(units) }), currency),
    referral_qualify_on: dice.of(['enrollment', 'enrollment', 'enrollment', 'first_invoice', 'manual']),
    referral_min_invoice_cents: dice.of([null, null, 2000]),
    referral_on_refund: dice.of(['reverse', 'reverse', 'reverse', 'keep']),
    referral_hold_days: dice.of([0, 7]),
    referral_reward_expires_days: dice.of([null, 30, 90]),
    referral_keep_attribution: dice.oneIn(2),
  };
}
