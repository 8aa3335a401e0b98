import { setTimeout as sleep } from 'node:timers/promises';
import { ambientTransaction, outsideTransaction } from '../../src/core/database/ambient-transaction.js';
import { PlatformData } from '../../src/core/database/platform-data.js';
import { TenantReader } from '../../src/core/database/tenant-reader.js';
import type { Transaction } from '../../src/core/database/transaction.js';
import { UnitOfWork } from '../../src/core/database/unit-of-work.js';
import { useTestApp } from '../support/app.js';
import { aTenant, type TestTenant } from '../support/factories.js';

const ADD = {
  name: 'test_add',
  text: `insert into customer (tenant_id, id, name, email, canonical_email, phone, status, created_at)
         values ($1, $2, 'A', $2 || '@example.com', $2 || '@example.com', null, 'active', now())`,
};
const NAMES = { name: 'test_names', text: 'select id from customer where tenant_id = $1 order by id' };
const BACKEND = { name: 'test_backend', text: 'select pg_backend_pid() as pid' };

describe('a unit of work around a whole request', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let unitOfWork: UnitOfWork;
  let reader: TenantReader;

  beforeAll(() => {
    unitOfWork = app.nest.get(UnitOfWork);
    reader = app.nest.get(TenantReader);
  });
  beforeEach(async () => (tenant = await aTenant(app)));

  const add = (id: string): Promise<void> =>
    unitOfWork.run(tenant.id, async (tx) => {
      await tx.query(ADD, [tenant.id, id]);
    });
  const ids = async (): Promise<string[]> =>
    (await reader.rows<{ id: string }>(tenant.id, NAMES, [tenant.id])).map(({ id }) => id);

  it('takes in what is written and read through the doors, and commits all of it', async () => {
    const seen = await unitOfWork.around(tenant.id, async () => {
      await add('ana');
      await add('ben');
      return ids();
    });
    expect(seen).toEqual(['ana', 'ben']);
    expect(await ids()).toEqual(['ana', 'ben']);
  });

  it('takes back all of it when it fails, whatever ended well before', async () => {
    const failing = unitOfWork.around(tenant.id, async () => {
      await add('ana');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ids()).toEqual([]);
  });

  it('is seen by nobody else before its end', async () => {
    let others: string[] | undefined;
    await unitOfWork.around(tenant.id, async () => {
      await add('ana');
      others = (await app.database.sql<{ id: string }>(NAMES.text, [tenant.id])).map(({ id }) => id);
    });
    expect(others).toEqual([]);
  });

  it('says at once when a part of it fails', async () => {
    let after = false;
    const failing = unitOfWork.around(tenant.id, async () => {
      // eslint-disable-next-line @typescript-eslint/require-await -- queues only
      await unitOfWork.run(tenant.id, async (tx) => {
        tx.queue(ADD, [tenant.id, null]);
      });
      after = true;
    });
    await expect(failing).rejects.toMatchObject({ code: '23502' });
    expect(after).toBe(false);
  });

  it('uses one connection for everything', async () => {
    const pids = await unitOfWork.around(tenant.id, async (tx: Transaction) => {
      const rows = await Promise.all([
        tx.query<{ pid: number }>(BACKEND, []),
        reader.rows<{ pid: number }>(tenant.id, BACKEND, []),
        app.nest.get(PlatformData).rows<{ pid: number }>(BACKEND),
      ]);
      return rows.flat().map(({ pid }) => pid);
    });
    expect(new Set(pids).size).toBe(1);
  });

  it('is of one tenant: work for another is refused', async () => {
    const other = await aTenant(app);
    const mixed = unitOfWork.around(tenant.id, () => unitOfWork.run(other.id, () => Promise.resolve()));
    await expect(mixed).rejects.toThrow('A transaction belongs to one tenant.');
  });

  it('leaves out what is to go on without it', async () => {
    const failing = unitOfWork.around(tenant.id, async () => {
      await outsideTransaction(() => add('ana'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ids()).toEqual(['ana']);
  });

  it('has ended for whatever it has started and not waited for', async () => {
    let late: Promise<Transaction | undefined> | undefined;
    await unitOfWork.around(tenant.id, () => {
      expect(ambientTransaction()).toBeDefined();
      late = sleep(20).then(ambientTransaction);
      return Promise.resolve();
    });
    expect(await late).toBeUndefined();
  });
});
