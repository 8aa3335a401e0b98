import { setTimeout as sleep } from 'node:timers/promises';
import { UnitOfWork } from '../../src/core/database/unit-of-work.js';
import type { EventFeedAnswer } from '../../src/events/feed/event.dto.js';
import { EventDrainService } from '../../src/core/outbox/event-drain.service.js';
import { EventNotifierService } from '../../src/core/outbox/event-notifier.service.js';
import { Outbox } from '../../src/core/outbox/outbox.js';
import { inVain } from '../e2e/expectations.js';
import { TestApp } from '../support/app.js';
import { aPromo, aTenant, atOnce, type TestTenant } from '../support/factories.js';
import { eventually } from '../support/process.js';

const WRITERS = 8;
const FACTS_EACH = 40;
const READERS = 3;

const SLOWLY = { name: 'test_slowly', text: 'select pg_sleep($1)' };

describe('the order of a tenant’s facts', () => {
  let app: TestApp;
  let tenant: TestTenant;

  beforeEach(async () => {
    app = await TestApp.start();
    tenant = await aTenant(app);
  });
  afterEach(() => app.stop());

  type Event = EventFeedAnswer['data'][number];

  async function read(after: number, limit = 7): Promise<EventFeedAnswer> {
    const path = `/api/events?after=${after}&limit=${limit}`;
    const { status, body } = await app.get<EventFeedAnswer>(path, tenant.admin);
    expect(status).toBe(200);
    return body;
  }

  /** Writes a fact by way of the product's own doors; a slow one stays open between its write and its end. */
  async function write(name: string, { slowMs = 0, failing = false } = {}): Promise<void> {
    const fact = { type: 'promo.created', data: { promo_id: name } } as const;
    const written = app.nest.get(UnitOfWork).run(tenant.id, async (tx) => {
      app.nest.get(Outbox).append(tx, new Date(), fact);
      if (slowMs > 0) await tx.query(SLOWLY, [slowMs / 1000]);
      if (failing) throw new Error('rolled back');
    });
    await (failing ? expect(written).rejects.toThrow('rolled back') : written);
  }

  /** Follows the feed from its start until it has seen so many facts. */
  async function follow(count: number): Promise<Event[]> {
    const seen: Event[] = [];
    while (seen.length < count) {
      const { data } = await read(seen.at(-1)?.sequence ?? 0);
      seen.push(...data);
    }
    return seen;
  }

  it('is complete, ascending and without a gap or a double, for readers who follow it while many write', async () => {
    const committed: string[] = [];
    const writing = atOnce(WRITERS, async (writer) => {
      for (let fact = 0; fact < FACTS_EACH; fact++) {
        const name = `${writer}-${fact}`;
        const failing = fact % 5 === 4;
        await write(name, { slowMs: writer % 2 === 0 ? 0 : (fact * 7) % 40, failing });
        if (!failing) committed.push(name);
      }
    });
    const expected = 1 + (WRITERS * FACTS_EACH * 4) / 5; // the first is the program that the tenant was made with
    const [feeds] = await Promise.all([atOnce(READERS, () => follow(expected)), writing]);
    for (const feed of feeds) {
      expect(feed.map(({ sequence }) => sequence)).toEqual(Array.from(feed, (_, index) => index + 1));
      const names = feed.slice(1).map(({ data }) => data.promo_id);
      expect(names.toSorted()).toEqual(committed.toSorted());
      expect(feed).toEqual(feeds[0]);
    }
    expect(await read(expected)).toEqual({ data: [], has_more: false });
  });

  it('shows a fact to whoever asks after it was committed, and never behind a place that was read', async () => {
    const slow = write('slow', { slowMs: 600 });
    await sleep(100);
    await write('fast');
    const before = await read(0);
    expect(before.data.map(({ data }) => data.promo_id)).toEqual([undefined, 'fast']);
    await slow;
    expect((await read(2)).data).toMatchObject([{ sequence: 3, data: { promo_id: 'slow' } }]);
  });

  it('keeps nobody who writes waiting while somebody numbers', async () => {
    await app.database.sql('begin');
    await app.database.sql(
      `insert into event_position values ($1, 0) on conflict (tenant_id) do update set last_sequence = 0`,
      [tenant.id],
    );
    const draining = app.nest.get(EventDrainService).drain(tenant.id);
    await write('meanwhile');
    await aPromo(app, tenant);
    await app.database.sql('commit');
    await draining;
    expect((await read(0)).data.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('is given once, however many drains of how many processes run at once', async () => {
    await atOnce(50, (fact) => write(String(fact)));
    const numbered = await atOnce(12, () => app.nest.get(EventDrainService).drain(tenant.id));
    expect(numbered.reduce((sum, count) => sum + count)).toBe(51);
    expect(await app.database.sql(`select last_sequence::int as last from event_position`)).toEqual([
      { last: 51 },
    ]);
    expect(await inVain(app, () => app.nest.get(EventDrainService).drain(tenant.id))).toBe(0);
  });

  it('takes as many transactions as it needs', async () => {
    await app.database.sql(
      `insert into outbox_event (tenant_id, id, type, data, created_at)
       select $1, 'evt_' || n, 'promo.created', '{}', now() + n * interval '1 ms' from generate_series(1, 1200) n`,
      [tenant.id],
    );
    expect(await app.nest.get(EventDrainService).drain(tenant.id)).toBe(1201);
    const [last] = (await read(1200)).data;
    expect(last).toMatchObject({ sequence: 1201, id: 'evt_1200' });
  });

  it('is given as a whole with what follows from it, or not at all', async () => {
    const drain = app.nest.get(EventDrainService);
    let failing = true;
    drain.subscribe(() => (failing ? Promise.reject(new Error('no follower')) : Promise.resolve()));
    await inVain(app, () => expect(drain.drain(tenant.id)).rejects.toThrow('no follower'));
    failing = false;
    expect(await drain.drain(tenant.id)).toBe(1);
  });

  describe('is asked for by a hint', () => {
    let hinted: string[];

    beforeEach(() => {
      hinted = [];
      app.nest.get(EventNotifierService).listen((tenantId) => hinted.push(tenantId));
    });
    afterEach(() => {
      app.nest.get(EventNotifierService).stop();
    });

    it('soon after a commit, once for what comes close together', async () => {
      await atOnce(5, (fact) => write(String(fact)));
      await eventually(() => hinted.length > 0);
      expect(hinted).toEqual([tenant.id]);
    });

    it('and not after a rollback, a rehearsal, or before the commit', async () => {
      await write('failing', { failing: true });
      const fact = { type: 'promo.created', data: {} } as const;
      await app.nest.get(UnitOfWork).rehearse(tenant.id, (tx) => {
        app.nest.get(Outbox).append(tx, new Date(), fact);
        return Promise.resolve();
      });
      const slow = write('slow', { slowMs: 400 });
      await sleep(250);
      expect(hinted).toEqual([]);
      await slow;
      await eventually(() => hinted.length === 1);
    });
  });
});
