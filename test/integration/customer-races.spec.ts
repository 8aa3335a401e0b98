import type { ImportAnswer } from '../../src/customer/import/customer-import.dto.js';
import { decide, expectSoundLedger } from '../e2e/decisions.js';
import { eventsOf } from '../e2e/expectations.js';
import { sendFile } from '../e2e/import-files.js';
import { aPrivacyScene, type PrivacyScene, rowsWith, TRACES, ZOE } from '../e2e/privacy-scene.js';
import { type Reply, TestApp } from '../support/app.js';
import {
  aCustomer,
  aReferee,
  aReferrer,
  aTenant,
  atOnce,
  enroll,
  redeem,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { eventually } from '../support/process.js';
import { meetingAt, refusalsOf, theCustomer, waitingFor } from './meeting.js';

const CALLERS = 12;
const ROWS = 700;
const emailOf = (n: number): string => `p${n}@example.com`;
const rowOf = (n: number): string => `Person ${n},${emailOf(n)}`;
const FILE = ['name,email', ...Array.from({ length: ROWS }, (_, n) => rowOf(n))].join('\n');
const BACKWARDS = ['name,email', ...Array.from({ length: ROWS }, (_, n) => rowOf(ROWS - 1 - n))].join('\n');

/** Of each test: what it counts are the rows of all tenants. */
let app: TestApp;

beforeEach(async () => (app = await TestApp.start()));
afterEach(() => app.stop());

describe('an import that meets', () => {
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const send = (file: string, headers: Record<string, string> = {}): Promise<Reply<ImportAnswer>> =>
    sendFile<ImportAnswer>(app, tenant.admin, file, headers);
  const people = (): Promise<number> => app.database.count('customer where tenant_id = $1', [tenant.id]);
  const sumOf = (replies: Reply<ImportAnswer>[], count: 'created' | 'updated' | 'unchanged'): number =>
    replies.reduce((sum, { body }) => sum + body[count], 0);

  /** Each customer was made once, and that is told once. */
  async function expectEachOnce(replies: Reply<ImportAnswer>[]): Promise<void> {
    expect(statuses(replies)).toEqual({ 200: replies.length });
    expect(replies.flatMap(({ body }) => body.errors)).toEqual([]);
    expect([await people(), sumOf(replies, 'created')]).toEqual([ROWS, ROWS]);
    expect(sumOf(replies, 'unchanged')).toBe((replies.length - 1) * ROWS);
    expect((await eventsOf(app, tenant)).filter((type) => type === 'customer.created')).toHaveLength(ROWS);
    expect(await app.database.count(`audit_entry where action = 'customer.created'`)).toBe(ROWS);
  }

  it('others of the same file makes each customer once', async () => {
    await expectEachOnce(await atOnce(CALLERS, () => send(FILE)));
  });

  it('others of the same people in another order makes each once', async () => {
    await expectEachOnce(await atOnce(CALLERS, (n) => send(n % 2 === 0 ? FILE : BACKWARDS)));
  });

  it('others with keys of their own, each a transaction as a whole, makes each once', async () => {
    await expectEachOnce(await atOnce(4, (n) => send(FILE, { 'idempotency-key': `import-${n}` })));
  });

  it('enrollments of the same people makes each once, whoever comes first', async () => {
    const imports = atOnce(3, () => send(FILE));
    const enrollments = await atOnce(60, (n) =>
      enroll(app, tenant, { name: rowOf(n * 11).split(',')[0] ?? '', email: emailOf(n * 11) }),
    );
    const replies = await imports;
    const { 201: enrolled = 0, 409: known = 0 } = statuses(enrollments);
    expect(enrolled + known).toBe(60);
    expect(statuses(replies)).toEqual({ 200: 3 });
    expect(await people()).toBe(ROWS);
    expect(sumOf(replies, 'created')).toBe(ROWS - enrolled);
  });

  it('others that want an address for somebody else gives it to one', async () => {
    const ids = Array.from({ length: 8 }, (_, n) => `c${n}`);
    for (const id of ids) await aCustomer(app, tenant, { id });
    const replies = await Promise.all(
      ids.map((id) => send(`id,name,email\n${id},Some Customer,wanted@example.com\n`)),
    );
    expect(statuses(replies)).toEqual({ 200: ids.length });
    expect(sumOf(replies, 'updated')).toBe(1);
    expect(replies.flatMap(({ body }) => body.errors.map(({ code }) => code))).toEqual(
      Array(7).fill('email_taken'),
    );
    expect(await people()).toBe(ids.length);
  });

  it('erasures leaves nobody half erased', async () => {
    const ids = Array.from({ length: 10 }, (_, n) => `c${n}`);
    for (const [n, id] of ids.entries())
      await aCustomer(app, tenant, { id, name: 'Old Name', email: emailOf(n) });
    const file = ['id,name,email', ...ids.map((id, n) => `${id},New Name,${emailOf(n)}`)].join('\n');
    const [replies, erasures] = await Promise.all([
      atOnce(4, () => send(file)),
      Promise.all(ids.map((id) => app.delete(`/api/customers/${id}`, tenant.admin))),
    ]);
    expect([statuses(replies), statuses(erasures)]).toEqual([{ 200: 4 }, { 204: 10 }]);
    for (const { body } of replies) {
      expect(body.errors.every(({ code }) => code === 'customer_erased')).toBe(true);
    }
    expect(await app.database.count(`customer where name <> '[erased]'`)).toBe(0);
    expect(await app.database.count(`audit_entry where before::text || after::text like '%New Name%'`)).toBe(
      0,
    );
  });

  it('decisions about referrals locks both sides in the order that these do: nobody waits in a circle', async () => {
    await saveProgram(app, tenant, { referral_enabled: true, referral_qualify_on: 'manual' });
    const referrers = await atOnce(60, () => aReferrer(app, tenant));
    const enrollments = await atOnce(60, (n) =>
      aReferee(app, tenant, { referral_code: referrers[n]?.code ?? '' }),
    );
    const everybody = [
      ...referrers.map(({ id }) => id),
      ...enrollments.map(({ customer_id }) => customer_id),
    ];
    const renamed = (n: number): string =>
      [
        'id,name,email',
        ...everybody.map((id) => `${id},Name ${n},${id.replace(/_/g, '-')}@example.com`),
      ].join('\n');
    const jobs = enrollments.flatMap(({ referral }, n) => [
      ...(n % 6 === 0 ? [() => send(renamed(n))] : []),
      () => decide(app, tenant, `referrals/${referral.referral_id ?? ''}/approve`),
    ]);
    const replies: Reply[] = [];
    await atOnce(16, async () => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) replies.push(await job());
    });
    expect(statuses(replies)).toEqual({ 200: 70 });
    const [counted] = await app.database.sql<{ deadlocks: number }>(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    );
    expect(counted).toEqual({ deadlocks: 0 });
  });
});

describe('an erasure that meets', () => {
  let scene: PrivacyScene;

  beforeEach(async () => (scene = await aPrivacyScene(app)));

  const erase = (): Promise<Reply> => app.delete(`/api/customers/${scene.zoe.id}`, scene.tenant.admin);
  const change = (n: number): Promise<Reply> =>
    app.patch(`/api/customers/${scene.zoe.id}`, { name: `Zoe ${n}`, phone: ZOE.phone }, scene.tenant.admin);
  const meeting = (calls: () => Promise<Reply>[]): Promise<Reply[]> =>
    meetingAt(app, theCustomer(scene.tenant, scene.zoe.id), () => Promise.all(calls()));

  it('changes of the customer leaves nothing of the person behind, whoever comes first', async () => {
    const changes = (from: number): Promise<Reply>[] => [1, 2, 3, 4, 5].map((n) => change(from + n));
    const replies = await meeting(() => [...changes(0), erase(), ...changes(5)]);
    const { 204: gone, 200: done = 0, 409: late = 0 } = statuses(replies);
    expect([gone, done + late]).toEqual([1, 10]);
    expect(refusalsOf(replies)).toEqual(late === 0 ? [] : ['customer_erased']);
    expect(await rowsWith(app, TRACES)).toEqual([]);
  });

  it('itself is done once', async () => {
    const replies = await meeting(() => Array.from({ length: 12 }, erase));
    expect(statuses(replies)).toEqual({ 204: 12 });
    expect(await app.database.count(`outbox_event where type = 'customer.erased'`)).toBe(1);
  });

  it('redemptions leaves nothing of the person behind, and the ledger valid', async () => {
    const { tenant, zoe } = scene;
    const pay = (): Promise<Reply> => redeem(app, tenant, zoe.id);
    await meeting(() => [pay(), pay(), pay(), pay(), pay(), erase(), pay(), pay(), pay(), pay(), pay()]);
    expect(await rowsWith(app, TRACES)).toEqual([]);
    await expectSoundLedger(app, tenant);
  });

  it('the person who enrolls again knows them: nobody earns anything', async () => {
    const { tenant, john } = scene;
    // Holds the erasure up when all but the audit log is erased; the address is taken until it is committed.
    await app.database.sql('begin');
    await app.database.sql('lock table audit_entry in share row exclusive mode');
    const erasing = erase();
    await eventually(async () => (await waitingFor(app)) === 1);
    const enrolling = enroll(app, tenant, { ...ZOE, referral_code: john.code });
    await eventually(async () => (await waitingFor(app)) === 2);
    await app.database.sql('commit');
    expect((await erasing).status).toBe(204);
    const { status, body } = await enrolling;
    expect([status, body.referral.reason]).toEqual([201, 'not_eligible']);
    const again = await enroll(app, tenant, {
      email: 'zoe.quillfeather@gmail.com',
      referral_code: john.code,
    });
    expect(again.body.referral.reason).toBe('not_eligible');
  });
});
