import type { Socket } from 'node:net';
import { Client } from 'pg';
import { UnitOfWork } from '../../src/core/database/unit-of-work.js';
import { LedgerRepository } from '../../src/reward/ledger/ledger.repository.js';
import { expectSoundLedger } from '../e2e/decisions.js';
import { reverse } from '../e2e/redemption-readings.js';
import { useTestApp } from '../support/app.js';
import {
  aCustomer,
  aPromo,
  atOnce,
  aTenant,
  enroll,
  grantCredit,
  redeem,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { meetingAt, theCustomer } from './meeting.js';

const LOCK = { name: 'test_lock', text: 'select from customer where tenant_id = $1 for no key update' };
const READ = { name: 'test_read', text: 'select name from customer where tenant_id = $1' };

/** Some turns of the event loop: enough for everything that does not wait to leave. */
async function aWhile(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

describe('what is read behind a lock', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeAll(() => {
    // As if somebody had put an await in front of the lock: a cache, a flag, a look-up.
    const ledger = app.nest.get(LedgerRepository);
    const open = ledger.open.bind(ledger);
    ledger.open = async (tx, customerId, reads) => {
      await Promise.resolve();
      return open(tx, customerId, reads);
    };
  });
  beforeEach(async () => (tenant = await aTenant(app)));

  /** The names of the statements that `work` sends, in order; '' for the control of transactions. */
  async function namesSentBy(work: () => Promise<unknown>): Promise<string[]> {
    const query = jest.spyOn(Client.prototype, 'query');
    try {
      await work();
      return query.mock.calls.map(([sent]) => (sent as unknown as { name?: string }).name ?? '');
    } finally {
      query.mockRestore();
    }
  }

  it('leaves with the lock, and after it, whatever it awaits', async () => {
    const { id } = await aCustomer(app, tenant);
    const unitOfWork = app.nest.get(UnitOfWork);
    const read = (): Promise<{ name: string }[]> =>
      unitOfWork.run(tenant.id, async (tx) => {
        const [, found] = await tx.locked(LOCK, [tenant.id], async () => {
          await aWhile();
          return tx.query<{ name: string }>(READ, [tenant.id]);
        });
        return found;
      });
    expect(await namesSentBy(read)).toEqual(['', 'test_lock', 'test_read', '']);
    await app.database.sql('begin');
    await app.database.sql(`update customer set name = 'Later' where tenant_id = $1 and id = $2`, [
      tenant.id,
      id,
    ]);
    const [found] = await Promise.all([read(), aWhile().then(() => app.database.sql('commit'))]);
    expect(found).toEqual([{ name: 'Later' }]);
  });

  it('leaves with the lock in one packet', async () => {
    const unitOfWork = app.nest.get(UnitOfWork);
    const work = (): Promise<unknown> =>
      unitOfWork.run(tenant.id, (tx) =>
        tx.locked(LOCK, [tenant.id], () => tx.query<{ name: string }>(READ, [tenant.id])),
      );
    const query = jest.spyOn(Client.prototype, 'query');
    await work();
    const client = query.mock.contexts[0] as unknown as { connection: { stream: Socket } };
    const { stream } = client.connection;
    const packets = [jest.spyOn(stream, '_write'), jest.spyOn(stream, '_writev')];
    await work();
    expect(query.mock.contexts.every((each) => each === query.mock.contexts[0])).toBe(true);
    const count = packets.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    jest.restoreAllMocks();
    expect(count).toBe(2); // begin, lock and read in the first, commit in the second
  });

  it('sends a redemption its lock first, and all that it reads behind it in one go', async () => {
    const { id } = await aCustomer(app, tenant);
    const sent = await namesSentBy(() => redeem(app, tenant, id));
    expect(sent.indexOf('customer_lock')).toBe(sent.indexOf('') + 1);
    expect(sent).toContain('redemption_of_invoice');
  });

  it('redeems an invoice once, however late the lock is taken', async () => {
    const { id } = await aCustomer(app, tenant);
    await grantCredit(app, tenant, id, 1500);
    const replies = await meetingAt(app, theCustomer(tenant, id), () =>
      atOnce(10, () => redeem(app, tenant, id, { invoice_id: 'INV-1' })),
    );
    expect(statuses(replies)).toEqual({ 201: 1, 200: 9 });
    await expectSoundLedger(app, tenant);
  });

  it('takes a redemption back once, however late the lock is taken', async () => {
    const { id } = await aCustomer(app, tenant);
    await grantCredit(app, tenant, id, 1500);
    const { body } = await redeem(app, tenant, id);
    const replies = await meetingAt(app, theCustomer(tenant, id), () =>
      atOnce(10, () => reverse(app, tenant, body.id, {})),
    );
    expect(statuses(replies)).toEqual({ 200: 1, 409: 9 });
    await expectSoundLedger(app, tenant);
  });

  it("sends a promo's use before it asks why it failed", async () => {
    const { code } = await aPromo(app, tenant, { max_redemptions: 1 });
    const sent = await namesSentBy(() => enroll(app, tenant, { promo_code: code }));
    expect(sent.indexOf('promo_state_by_code')).toBe(sent.indexOf('promo_take_one_use') + 1);
  });
});
