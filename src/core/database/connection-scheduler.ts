import { busy } from '../../common/domain-error.js';

/** Interactive work keeps somebody waiting; bulk work does not. */
export type Priority = 'interactive' | 'bulk';
const PRIORITIES: readonly Priority[] = ['interactive', 'bulk'];
const OTHER: Readonly<Record<Priority, Priority>> = { interactive: 'bulk', bulk: 'interactive' };

/** Returns the connection to the scheduler. Must be called exactly once. */
export type Release = () => void;

/** Time limits for waiting for a connection, in milliseconds. */
export interface WaitLimits {
  readonly interactive: number;
  readonly bulk: number;
  /** For interactive work of a tenant that was granted no connection in this time, and is unlikely to get one soon. */
  readonly stalled: number;
}

const LIMITS: WaitLimits = { interactive: 5_000, bulk: 15_000, stalled: 900 };
/** The longest queue of one tenant, as a multiple of the pool size. Further work is refused at once. */
const QUEUE_LENGTH = 50;
const CHECK_EVERY_MS = 100;
/** The number of interactive grants after which waiting bulk work gets a connection. */
const BULK_TURN = 10;
/** In a pool smaller than this, bulk work gets one connection only. */
const SMALL_POOL = 4;

interface Waiter {
  readonly since: number;
  readonly grant: () => void;
  readonly refuse: (error: Error) => void;
}

/** The connections that one tenant holds and waits for. The platform and strangers have a share, too. */
interface Share {
  readonly name: string;
  readonly held: Record<Priority, number>;
  lastGrantAt: number;
  readonly waiting: Readonly<Record<Priority, Waiter[]>>;
}

/**
 * Decides who gets the next connection of the pool. The pool itself serves callers in the order they arrive, so the
 * burst of one tenant would delay all others; the scheduler serves tenants in turn, however much work each has queued.
 * - While others wait, no tenant takes more than half of the pool. Even alone, none takes the last fifth: transactions that
 *   wait for a lock of one tenant must not hold all connections.
 * - Interactive work goes first. Bulk work gets at most a fifth of the pool, and no tenant more than half of that.
 *   After `BULK_TURN` interactive grants the next one goes to waiting bulk work, so that it makes progress however busy others are.
 */
export class ConnectionScheduler {
  private readonly shares = new Map<string, Share>();
  /** The shares with waiting work, in the order they are served. */
  private readonly queues: Readonly<Record<Priority, Set<Share>>> = {
    interactive: new Set(),
    bulk: new Set(),
  };
  private readonly held: Record<Priority, number> = { interactive: 0, bulk: 0 };
  private readonly fifth: number;
  private readonly mostInBulk: number;
  /** The number of interactive grants since the last bulk grant. */
  private sinceBulk = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param size the number of connections in the pool */
  constructor(
    private readonly size: number,
    private readonly limits: WaitLimits = LIMITS,
  ) {
    this.fifth = Math.max(Math.floor(size / 5), 1);
    this.mostInBulk = size < SMALL_POOL ? 1 : Math.max(this.fifth, 2);
  }

  /** Returns true when no connection is held or waited for. Idle shares are removed. */
  get isIdle(): boolean {
    return this.shares.size + this.queues.interactive.size + this.queues.bulk.size === 0;
  }

  /**
   * Waits until a connection may be taken.
   * @param name the id of an existing tenant, or the name of another share. Ids that an unverified caller makes up must not
   *   each get a share
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

  /** Grants free connections to waiting work, one tenant after the other. */
  private serve(): void {
    while (
      PRIORITIES.some((priority) => this.serveOne(this.sinceBulk < BULK_TURN ? priority : OTHER[priority]))
    );
    if (this.queues.interactive.size + this.queues.bulk.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** @returns false when no waiting work of this priority may take a connection */
  private serveOne(priority: Priority): boolean {
    const next = this.nextOf(priority);
    if (next === undefined) return false;
    const queue = this.queues[priority];
    this.grant(next, priority);
    const waiter = next.waiting[priority].shift();
    queue.delete(next);
    if (next.waiting[priority].length > 0) queue.add(next); // after the other tenants
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
    this.serve(); // work that a refused tenant was holding back
  }
}
