import { type Reply, TestApp } from '../support/app.js';
import { enroll, redeem, statuses } from '../support/factories.js';
import { expectSoundLedger } from '../e2e/decisions.js';
import { aPrivacyScene, type PrivacyScene, rowsWith, TRACES, ZOE } from '../e2e/privacy-scene.js';
import { eventually } from '../support/process.js';
import { meetingAt, refusalsOf, theCustomer, waitingFor } from './meeting.js';

describe('an erasure that meets', () => {
  let app: TestApp;
  let scene: PrivacyScene;

  beforeEach(async () => {
    app = await TestApp.start();
    scene = await aPrivacyScene(app);
  });
  afterEach(() => app.stop());

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
