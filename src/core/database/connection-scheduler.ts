import { busy } from '../../common/domain-error.js';

/** Whether somebody waits for the work at a screen, or it is done in bulk and has the time. */
export type Priority = 'interactive' | 'bulk';
const PRIORITIES: readonly Priority[] = ['interactive', 'bulk'];
const OTHER: Readonly<Record<Priority, Priority>> = { interactive: 'bulk', bulk: 'interactive' };

/** Gives the connection back to the scheduler. To be called once. */
export type Release = () => void;

/** How long work waits for a connection, in milliseconds. */
export interface WaitLimits {
  readonly interactive: number;
  readonly bulk: number;
  /** For interactive work of a tenant that gets no connection at all: it will not get one soon either. */
  readonly stalled: number;
}

const LIMITS: WaitLimits = { interactive: 5_000, bulk: 15_000, stalled: 900 };
/** What waits for one tenant at the most, in multiples of the pool; what comes then is refused at once. */
const QUEUE_LENGTH = 50;
const CHECK_EVERY_MS = 100;
/** Interactive grants before bulk work that waits has a turn. */
const BULK_TURN = 10;
/** With fewer connections bulk work has but one. */
const SMALL_POOL = 4;

interface Waiter {
  readonly since: number;
  readonly grant: () => void;
  readonly refuse: (error: Error) => void;
}

/** What one tenant, or who else takes turns with the tenants, holds and waits for. */
interface Share {
  readonly name: string;
  readonly held: Record<Priority, number>;
  lastGrantAt: number;
  readonly waiting: Readonly<Record<Priority, Waiter[]>>;
}

/**
 * Decides who may take a connection of the pool, in front of the pool itself, which serves whoever came first: one tenant's
 * burst would be everybody's wait. Here tenants are served in turn, however much each of them has waiting.
 * - While others wait, no tenant takes more than half of the pool. Even alone none takes the last fifth: transactions that
 *   wait for a lock of their tenant's must not hold all connections.
 * - Interactive work goes first, bulk work has a fifth of the pool at the most, and of that no tenant takes the last one. Of
 *   so many connections that are given out one is for bulk work that waits: it goes on however busy others are.
 */
export class ConnectionScheduler {
  private readonly shares = new Map<string, Share>();
  /** The shares with work waiting, in the order of their turns. */
  private readonly queues: Readonly<Record<Priority, Set<Share>>> = {
    interactive: new Set(),
    bulk: new Set(),
  };
  private readonly held: Record<Priority, number> = { interactive: 0, bulk: 0 };
  private readonly fifth: number;
  private readonly mostInBulk: number;
  /** How many interactive grants there have been since the last one of bulk work. */
  private sinceBulk = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param size how many connections the pool has */
  constructor(
    private readonly size: number,
    private readonly limits: WaitLimits = LIMITS,
  ) {
    this.fifth = Math.max(Math.floor(size / 5), 1);
    this.mostInBulk = size < SMALL_POOL ? 1 : Math.max(this.fifth, 2);
  }

  /** True when nothing is held and nobody waits: then nothing is remembered of anybody either. */
  get isIdle(): boolean {
    return this.shares.size + this.queues.interactive.size + this.queues.bulk.size === 0;
  }

  /**
   * Waits until a connection may be taken.
   * @param name a tenant's id, or another share's name. The tenant must exist: a stranger who makes ids up must not get a
   *   turn for each
   * @throws DomainError `busy`
   */
  async acquire(name: string, priority: Priority): Promise<Release> {
    const share = this.shareOf(name);
    const queue = share.waiting[priority];
    if (queue.length === 0 && this.mayTake(share, priority)) this.grant(share, priority);
    else if (queue.length >= QUEUE_LENGTH * this.size) throw busy();
    else await this.wait(share, priority);
    return () => {
      share.held[priority] -= 1;
      this.held[priority] -= 1;
      this.serve();
      this.forgetIfIdle(share);
    };
  }

  private shareOf(name: string): Share {
    let share = this.shares.get(name);
    if (share === undefined) {
      const waiting = { interactive: [], bulk: [] };
      share = { name, held: { interactive: 0, bulk: 0 }, lastGrantAt: Date.now(), waiting };
      this.shares.set(name, share);
    }
    return share;
  }

  private forgetIfIdle({ name, held, waiting }: Share): void {
    const open = held.interactive + held.bulk + waiting.interactive.length + waiting.bulk.length;
    if (open === 0) this.shares.delete(name);
  }

  private mayTake(share: Share, priority: Priority): boolean {
    if (this.held.interactive + this.held.bulk >= this.size) return false;
    if (priority === 'bulk' && !this.hasRoomInBulk(share)) return false;
    const others = this.queues.interactive.size - (this.queues.interactive.has(share) ? 1 : 0);
    const most = others > 0 ? Math.floor(this.size / 2) : this.size - this.fifth;
    return share.held.interactive + share.held.bulk < Math.max(most, 1);
  }

  private hasRoomInBulk({ held }: Share): boolean {
    return this.held.bulk < this.mostInBulk && held.bulk < Math.max(Math.floor(this.mostInBulk / 2), 1);
  }

  private grant(share: Share, priority: Priority): void {
    share.held[priority] += 1;
    share.lastGrantAt = Date.now();
    this.held[priority] += 1;
    this.sinceBulk = priority === 'bulk' ? 0 : this.sinceBulk + 1;
  }

  private wait(share: Share, priority: Priority): Promise<void> {
    this.queues[priority].add(share);
    this.timer ??= setInterval(() => {
      this.refuseOverdue();
    }, CHECK_EVERY_MS).unref();
    return new Promise((grant, refuse) => {
      share.waiting[priority].push({ since: Date.now(), grant, refuse });
    });
  }

  /** Gives what is free to those who wait, one tenant after the other. */
  private serve(): void {
    while (
      PRIORITIES.some((priority) => this.serveOne(this.sinceBulk < BULK_TURN ? priority : OTHER[priority]))
    );
    if (this.queues.interactive.size + this.queues.bulk.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** @returns false when nobody of this priority waits who may take one */
  private serveOne(priority: Priority): boolean {
    const next = this.nextOf(priority);
    if (next === undefined) return false;
    const queue = this.queues[priority];
    this.grant(next, priority);
    const waiter = next.waiting[priority].shift();
    queue.delete(next);
    if (next.waiting[priority].length > 0) queue.add(next); // behind the others
    waiter?.grant();
    return true;
  }

  private nextOf(priority: Priority): Share | undefined {
    for (const share of this.queues[priority]) if (this.mayTake(share, priority)) return share;
    return undefined;
  }

  private refuseOverdue(): void {
    const now = Date.now();
    for (const priority of PRIORITIES) {
      for (const share of this.queues[priority]) {
        const waiting = share.waiting[priority];
        const stalled = priority === 'interactive' && now - share.lastGrantAt >= this.limits.stalled;
        const limit = stalled ? this.limits.stalled : this.limits[priority];
        while ((waiting[0]?.since ?? now) <= now - limit) waiting.shift()?.refuse(busy());
        if (waiting.length === 0) this.queues[priority].delete(share);
        this.forgetIfIdle(share);
      }
    }
    this.serve(); // who was held back by a tenant that waits no more
  }
}
