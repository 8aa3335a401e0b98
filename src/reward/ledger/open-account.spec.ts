import fc from 'fast-check';
import { verify } from '../../../test/support/ledger-fixture.js';
import { type CreditEntry, ENTRY_KINDS } from './credit-entry.entity.js';
import { entryHash, FIRST_HASH } from './entry-hash.js';
import { type Cause, type Lot, OpenAccount } from './open-account.js';

const NEW = {
  tenantId: 'tnt_1',
  customerId: 'cus_1',
  balanceCents: 0,
  entryCount: 0,
  lastHash: FIRST_HASH,
};

const onDay = (day: number): Date => new Date(Date.UTC(2026, 0, 1 + day));
const cause = (day = 0): Cause => ({ actor: 'system', at: onDay(day) });
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const amounts = (entries: readonly CreditEntry[]): number[] => entries.map(({ amountCents }) => amountCents);
const copies = (lots: Iterable<Lot>): Lot[] => Array.from(lots, (lot) => ({ ...lot }));

/** Stores changes in memory as `LedgerRepository.save` does in the database. */
class Tables {
  head: typeof NEW = NEW;
  readonly entries: CreditEntry[] = [];
  private readonly kept = new Map<string, Lot>();

  save(account: OpenAccount, at: Date): void {
    const bookings = account.flush();
    if (bookings === undefined) return;
    if (bookings.entries.length > 0) this.head = bookings.head;
    for (const lot of copies(bookings.granted)) this.kept.set(lot.id, lot);
    for (const lot of this.kept.values()) {
      lot.remainingCents += bookings.changes.get(lot.id) ?? 0;
      if (bookings.reversed.includes(lot.id)) lot.reversedAt = at;
    }
    this.entries.push(...bookings.entries);
  }

  get lots(): Lot[] {
    return copies(this.kept.values());
  }
}

const MOVES = ['grant', 'take', 'restore', 'expire', 'reverse', 'save', 'reopen'] as const;

/** A step of a story. `which` chooses one of the existing lots. */
const step = fc.record({
  act: fc.constantFrom('grant' as const, 'take' as const, ...MOVES),
  which: fc.nat(5),
  cents: fc.integer({ min: 1, max: 300 }),
  days: fc.nat(2), // days since the previous step
  lasts: fc.option(fc.integer({ min: 1, max: 15 })), // days until a grant expires
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const steps = fc.array(step, { maxLength: 40, size: 'max' });

/** An expected entry: its kind, the index of its lot, and its amount. */
type Line = readonly [kind: string, lot: number, amountCents: number];

/** Applies steps to an account, and keeps a list of the entries that are expected. */
class Story {
  readonly tables = new Tables();
  readonly book: Line[] = [];
  account = new OpenAccount(NEW);
  private lots: Lot[] = [];
  private readonly reversed = new Set<number>();
  private day = 0;

  constructor(taken: readonly Step[]) {
    for (const one of taken) this.follow(one);
    this.save();
  }

  /** The entries in the format of the expected ones. */
  get lines(): Line[] {
    const ids = this.tables.lots.map(({ id }) => id);
    return this.tables.entries.map((entry) => [entry.kind, ids.indexOf(entry.lotId), entry.amountCents]);
  }

  private follow({ act, which, cents, days, lasts }: Step): void {
    const index = which % Math.max(this.lots.length, 1);
    const lot = this.lots[index];
    if (act === 'save' || act === 'reopen') this[act]();
    else {
      this.day += days;
      if (act === 'grant') this.grant(cents, lasts);
      else if (lot !== undefined) this[act](lot, index, cents);
    }
  }

  private save(): void {
    this.tables.save(this.account, onDay(this.day));
  }

  /** Opens the account again, as the next request does. */
  private reopen(): void {
    this.save();
    this.account = new OpenAccount(this.tables.head);
    this.lots = this.tables.lots;
  }

  private grant(grantedCents: number, lasts: number | null): void {
    const expiresAt = lasts === null ? null : onDay(this.day + lasts);
    this.book.push(['grant', this.lots.length, grantedCents]);
    this.lots.push(this.account.grant({ grantedCents, rewardId: null, expiresAt }, cause(this.day)));
  }

  /** Takes an even amount for an invoice, which may return it, and an odd amount as an adjustment. */
  private take(lot: Lot, index: number, cents: number): void {
    const kind = cents % 2 === 0 ? 'capture' : 'adjust';
    const taken = Math.min(cents, this.sumOf(index));
    if (taken === 0) return;
    this.account.take(kind, lot, taken, cause(this.day));
    this.book.push([kind, index, -taken]);
  }

  private restore(lot: Lot, index: number, cents: number): void {
    const back = Math.min(cents, -this.sumOf(index, ['capture', 'restore']));
    if (back === 0) return;
    this.account.restore(lot, back, cause(this.day));
    this.book.push(['restore', index, back]);
    if (this.reversed.has(index)) this.book.push(['reverse', index, -back]);
    else if (this.isOver(lot)) this.book.push(['expire', index, -this.sumOf(index)]);
  }

  private expire(lot: Lot, index: number): void {
    this.account.expire(lot, cause(this.day));
    const left = this.sumOf(index);
    if (this.isOver(lot) && left > 0) this.book.push(['expire', index, -left]);
  }

  private reverse(lot: Lot, index: number): void {
    const left = this.sumOf(index);
    const reported = this.account.reverse(lot, cause(this.day));
    if (reported !== left) throw new Error(`Expected ${left}, got ${reported}.`);
    if (left > 0) this.book.push(['reverse', index, -left]);
    this.reversed.add(index);
  }

  private sumOf(index: number, kinds: readonly string[] = ENTRY_KINDS): number {
    const lines = this.book.filter(([kind, lot]) => lot === index && kinds.includes(kind));
    return sum(lines.map(([, , cents]) => cents));
  }

  private isOver({ expiresAt }: Lot): boolean {
    return expiresAt !== null && expiresAt <= onDay(this.day);
  }
}

const expectAlways = (check: (story: Story, taken: readonly Step[]) => void): void => {
  const property = fc.property(steps, (taken) => {
    check(new Story(taken), taken);
  });
  fc.assert(property, { numRuns: 500 });
};

describe('an account after any steps', () => {
  it('has the expected entries, and takes again what is returned too late', () => {
    expectAlways(({ lines, book }) => {
      expect(lines).toEqual(book);
    });
  });

  it('has the sum of its entries as its balance, at each entry', () => {
    expectAlways(({ account, tables: { head, entries } }) => {
      const sums = entries.map((_, index) => sum(amounts(entries.slice(0, index + 1))));
      expect(entries.map(({ balanceCents }) => balanceCents)).toEqual(sums);
      expect([account.balanceCents, head.balanceCents]).toEqual([sums.at(-1) ?? 0, sums.at(-1) ?? 0]);
    });
  });

  it('has the sum of its entries as the remainder of each lot, from 0 to the granted amount', () => {
    expectAlways(({ account, tables: { entries, lots } }) => {
      const lefts = lots.map(({ remainingCents }) => remainingCents);
      expect(lefts).toEqual(lots.map(({ id }) => sum(amounts(entries.filter(({ lotId }) => lotId === id)))));
      expect(lots.filter((lot) => lot.remainingCents < 0 || lot.remainingCents > lot.grantedCents)).toEqual(
        [],
      );
      expect(sum(lefts)).toBe(account.balanceCents);
    });
  });

  it('can be verified', () => {
    expectAlways(({ tables: { head, entries, lots } }) => {
      expect(verify({ head, entries, lots })).toBeUndefined();
    });
  });

  it('has the same result however often it is saved or opened again', () => {
    expectAlways(({ lines, tables }, taken) => {
      const atOnce = new Story(taken.filter(({ act }) => act !== 'save' && act !== 'reopen'));
      const shown = (lots: readonly Lot[]): unknown[] =>
        lots.map(({ id, reversedAt, ...lot }) => ({ ...lot, reversed: reversedAt !== null }));
      expect([atOnce.lines, shown(atOnce.tables.lots)]).toEqual([lines, shown(tables.lots)]);
    });
  });
});

/** Opens an account with one lot. */
function opened(expiresAt: Date | null = null): { account: OpenAccount; lot: Lot } {
  const account = new OpenAccount(NEW);
  return { account, lot: account.grant({ grantedCents: 500, rewardId: 'rwd_1', expiresAt }, cause()) };
}

describe('an entry', () => {
  it('records the change, its lot, actor, time and reason, and continues the ledger', () => {
    const before = { ...NEW, balanceCents: 100, entryCount: 7, lastHash: 'a'.repeat(64) };
    const account = new OpenAccount(before);
    const lot = account.grant({ grantedCents: 500, rewardId: null, expiresAt: null }, cause());
    const why = { actor: 'admin:usr_1', redemptionId: 'rdm_1', reason: 'refunded' };
    account.take('capture', lot, 200, { ...why, at: onDay(3) });
    const { entries = [], head } = account.flush() ?? {};
    expect(lot).toMatchObject({ id: expect.stringMatching(/^lot_/) as string, customerId: 'cus_1' });
    expect(entries[1]).toEqual({
      ...why,
      tenantId: 'tnt_1',
      customerId: 'cus_1',
      sequence: 9,
      id: expect.stringMatching(/^cre_/) as string,
      lotId: lot.id,
      kind: 'capture',
      amountCents: -200,
      lotRemainingCents: 300,
      balanceCents: 400,
      createdAt: onDay(3),
      hash: entries[1]?.hash,
    });
    expect(entries[0]).toMatchObject({ sequence: 8, redemptionId: null, reason: null });
    const hashes = entries.map((entry, index) =>
      entryHash(entries[index - 1]?.hash ?? before.lastHash, entry, entry.kind === 'grant' ? lot : undefined),
    );
    expect(entries.map(({ hash }) => hash)).toEqual(hashes);
    expect(head).toEqual({ ...NEW, balanceCents: 400, entryCount: 9, lastHash: hashes[1] });
  });
});

describe('returned credit', () => {
  it.each<[string, number, boolean, string[]]>([
    ['is available again', 4, false, ['restore 300']],
    [
      'expires at once with the rest of the lot, from the moment of expiry on',
      5,
      false,
      ['restore 300', 'expire -500'],
    ],
    ['is taken at once if the reward was reversed', 4, true, ['restore 300', 'reverse -300']],
    ['is reversed rather than expired', 5, true, ['restore 300', 'reverse -300']],
  ])('%s', (_, day, reversed, expected) => {
    const { account, lot } = opened(onDay(5));
    account.take('capture', lot, 300, cause());
    if (reversed) account.reverse(lot, cause(1));
    account.flush();
    account.restore(lot, 300, cause(day));
    const entries = account.flush()?.entries ?? [];
    expect(entries.map(({ kind, amountCents }) => `${kind} ${amountCents}`)).toEqual(expected);
  });
});

describe('flush', () => {
  it('returns each change once, and undefined without changes', () => {
    expect(new OpenAccount(NEW).flush()).toBeUndefined();
    const { account, lot } = opened();
    expect(account.flush()?.entries).toHaveLength(1);
    expect(account.flush()).toBeUndefined();
    account.expire(lot, cause(9999));
    expect(account.flush()).toBeUndefined();
  });

  it('returns a new lot with its current remainder, and the total difference of an existing lot', () => {
    const { account, lot } = opened();
    account.take('capture', lot, 200, cause());
    const first = account.flush();
    expect([copies(first?.granted ?? []), [...(first?.changes ?? [])]]).toEqual([[lot], []]);
    account.take('capture', lot, 100, cause());
    account.restore(lot, 250, cause());
    const second = account.flush();
    expect([second?.granted, [...(second?.changes ?? [])]]).toEqual([[], [[lot.id, 150]]]);
  });

  it('names a reversed lot, and a reward that came back, even if nothing was left to book', () => {
    const { account, lot } = opened();
    account.take('adjust', lot, 500, cause());
    account.flush();
    expect(account.reverse(lot, cause(1))).toBe(0);
    expect(account.flush()).toMatchObject({ entries: [], reversed: [lot.id], reinstated: [] });
    account.reinstate('rwd_1');
    expect(account.flush()).toMatchObject({ entries: [], reversed: [], reinstated: ['rwd_1'] });
    expect(account.flush()).toBeUndefined();
  });
});
