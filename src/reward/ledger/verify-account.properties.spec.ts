import fc from 'fast-check';
import type { CreditEntry } from './credit-entry.entity.js';
import { entryHash, FIRST_HASH } from './entry-hash.js';
import {
  at,
  BY_HAND,
  found,
  grant,
  NEW,
  storedAccount,
  verify,
} from '../../../test/support/ledger-fixture.js';
import type { StoredAccount } from './verify-account.js';

const step = fc.record({
  act: fc.constantFrom('grant', 'capture', 'restore'),
  which: fc.nat(3),
  cents: fc.integer({ min: 1, max: 300 }),
});

/** A valid ledger: a grant, and any steps after it. */
const ledger = fc.array(step, { minLength: 1, maxLength: 12, size: 'max' }).map((steps) =>
  storedAccount((account) => {
    const lots = [grant(account, 500)];
    for (const { act, which, cents } of steps) {
      const lot = lots[which];
      if (lot === undefined || act === 'grant') lots.push(grant(account, cents));
      else if (act === 'capture' && lot.remainingCents >= cents) account.take('capture', lot, cents, BY_HAND);
      else account.restore(lot, cents, BY_HAND);
    }
    return lots;
  }),
);

const changed = (entry: CreditEntry, change: Partial<CreditEntry>): CreditEntry =>
  Object.assign({}, entry, change);
const withEntries = (
  kept: StoredAccount,
  change: (entries: CreditEntry[]) => CreditEntry[],
): StoredAccount => ({
  ...kept,
  entries: change([...kept.entries]),
});
const withEntry = (kept: StoredAccount, entry: CreditEntry, change: Partial<CreditEntry>): StoredAccount =>
  withEntries(kept, (entries) => entries.map((one) => (one === entry ? changed(one, change) : one)));

/** Recomputes all hashes and the head, as a forger could who knows how hashes are made. */
function resealed(kept: StoredAccount): StoredAccount {
  let lastHash = FIRST_HASH;
  const entries = kept.entries.map((entry) => {
    const lot = kept.lots.find(({ id }) => id === entry.lotId);
    lastHash = entryHash(lastHash, entry, entry.kind === 'grant' ? lot : undefined);
    return changed(entry, { hash: lastHash });
  });
  return { ...kept, entries, head: { ...kept.head, lastHash } };
}

const expectAlways = (check: (kept: StoredAccount, where: number, cents: number) => void): void => {
  fc.assert(
    fc.property(ledger, fc.nat(50), fc.integer({ min: 1, max: 300 }), (kept, where, cents) => {
      check(kept, where, cents);
    }),
    { numRuns: 200 },
  );
};

const FORGED = 'its hash does not follow from its content and the entry before';
const REMAINDER = "its lot's remainder is wrong";

describe('a ledger without changes', () => {
  it('is valid', () => {
    expect(verify({ head: NEW, entries: [], lots: [] })).toBeUndefined();
    expectAlways((kept) => {
      expect(verify(kept)).toBeUndefined();
    });
  });
});

describe('a changed entry', () => {
  const CHANGES: { [Field in keyof CreditEntry]: (entry: CreditEntry, cents: number) => CreditEntry[Field] } =
    {
      tenantId: () => 'tnt_2',
      customerId: () => 'cus_2',
      sequence: ({ sequence }, cents) => sequence + cents,
      id: ({ id }) => `${id}x`,
      lotId: ({ lotId }) => `${lotId}x`,
      kind: ({ kind }) => (kind === 'capture' ? 'adjust' : 'capture'),
      amountCents: ({ amountCents }, cents) => amountCents + cents,
      lotRemainingCents: ({ lotRemainingCents }, cents) => lotRemainingCents + cents,
      balanceCents: ({ balanceCents }, cents) => balanceCents + cents,
      redemptionId: ({ redemptionId }) => (redemptionId === null ? '' : null),
      reason: ({ reason }) => (reason === null ? '' : null),
      actor: ({ actor }) => `${actor}x`,
      createdAt: ({ createdAt }) => new Date(createdAt.getTime() + 1),
      hash: ({ hash }) => hash.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
    };

  it.each(Object.entries(CHANGES))('is found at that entry: %s', (field, change) => {
    expectAlways((kept, where, cents) => {
      const entry = at(kept.entries, where);
      const forged = changed(entry, { [field]: change(entry, cents) });
      const PROBLEMS: Record<string, string> = {
        sequence: `entry ${entry.sequence} is missing`,
        lotId: 'its lot is missing',
      };
      const problem = PROBLEMS[field] ?? FORGED;
      expect(verify(withEntry(kept, entry, forged))).toEqual(found(problem, forged));
    });
  });

  it('is found at the first of several', () => {
    expectAlways((kept, where, cents) => {
      const [one, another] = [at(kept.entries, where), at(kept.entries, cents)];
      const both = withEntry(withEntry(kept, one, { actor: 'me' }), another, { actor: 'me' });
      const first = at(both.entries, Math.min(one.sequence, another.sequence) - 1);
      expect(verify(both)).toEqual(found(FORGED, first));
    });
  });

  it('is found by the head if all later hashes were recomputed', () => {
    expectAlways((kept, where) => {
      const forged = resealed(withEntry(kept, at(kept.entries, where), { reason: 'another' }));
      const problem = 'the last hash of the account is not the hash of its last entry';
      expect(verify({ ...forged, head: kept.head })).toEqual(found(problem));
    });
  });

  it.each<[keyof CreditEntry, string]>([
    ['amountCents', REMAINDER],
    ['lotRemainingCents', REMAINDER],
    ['balanceCents', 'its running balance is wrong'],
  ])('is found by its sums even if all hashes and the head were recomputed: %s', (field, problem) => {
    expectAlways((kept, where, cents) => {
      const entry = at(kept.entries, where);
      const forged = resealed(withEntry(kept, entry, { [field]: Number(entry[field]) + cents }));
      expect(verify(forged)).toEqual(found(problem, entry));
    });
  });

  it.each<[string, 'grant' | 'restore', number]>([
    ['a lot that starts without a grant', 'restore', 0],
    ['a lot that is granted twice', 'grant', 1],
  ])('is found even if all hashes and sums are consistent: %s', (_, kind, index) => {
    const kept = storedAccount((account) => {
      const lot = grant(account, 500);
      account.restore(lot, 100, BY_HAND);
      return [lot];
    });
    const entry = at(kept.entries, index);
    const problem = 'a lot must begin with its grant';
    expect(verify(kept)).toBeUndefined();
    expect(verify(resealed(withEntry(kept, entry, { kind })))).toEqual(found(problem, entry));
  });
});

describe('the list of entries', () => {
  it('reports a missing entry at the next one, even if all hashes were recomputed', () => {
    expectAlways((kept, where) => {
      const index = where % (kept.entries.length - 1);
      const rest = withEntries(kept, (entries) => entries.toSpliced(index, 1));
      const expected = found(`entry ${index + 1} is missing`, kept.entries[index + 1]);
      expect([verify(rest), verify(resealed(rest))]).toEqual([expected, expected]);
    });
  });

  it('reports a missing last entry by the count, even if all hashes were recomputed', () => {
    expectAlways((kept) => {
      const { length } = kept.entries;
      const rest = withEntries(kept, (entries) => entries.slice(0, -1));
      const expected = found(`the account counts ${length} entries, but has ${length - 1}`);
      expect([verify(rest), verify(resealed(rest))]).toEqual([expected, expected]);
    });
  });

  it('reports a duplicate entry', () => {
    expectAlways((kept, where) => {
      const entry = at(kept.entries, where);
      const copy = changed(entry, { id: 'cre_copy' });
      const more = withEntries(kept, (entries) => entries.toSpliced(entry.sequence, 0, copy));
      expect(verify(more)).toEqual(found(`entry ${entry.sequence + 1} is missing`, copy));
    });
  });

  it('reports an extra last entry by the count, although its hash and sums are consistent', () => {
    expectAlways((kept, _where, cents) => {
      const last = at(kept.entries, kept.entries.length - 1);
      const more = changed(last, {
        sequence: last.sequence + 1,
        kind: 'restore',
        amountCents: cents,
        lotRemainingCents: last.lotRemainingCents + cents,
        balanceCents: last.balanceCents + cents,
      });
      const hash = entryHash(last.hash, more);
      const longer = withEntries(kept, (entries) => [...entries, changed(more, { hash })]);
      const problem = `the account counts ${last.sequence} entries, but has ${more.sequence}`;
      expect(verify(longer)).toEqual(found(problem));
    });
  });

  it('reports swapped entries at the first of the two', () => {
    expectAlways((kept, where, cents) => {
      const [one, another] = [at(kept.entries, where), at(kept.entries, cents)];
      fc.pre(one !== another);
      const inPlaceOf = (entry: CreditEntry): CreditEntry =>
        entry === one ? another : entry === another ? one : entry;
      const swapped = withEntries(kept, (entries) =>
        entries.map((entry) => changed(inPlaceOf(entry), { sequence: entry.sequence })),
      );
      const first = at(swapped.entries, Math.min(one.sequence, another.sequence) - 1);
      expect(verify(swapped)).toEqual(found(FORGED, first));
    });
  });

  it('reports an entry that takes more than its lot has, although the balance covers it', () => {
    const kept = storedAccount((account) => {
      const lots = [grant(account, 1), grant(account, 500)];
      account.take('capture', at(lots, 0), 2, BY_HAND);
      return lots;
    });
    expect(verify(kept)).toEqual(found(REMAINDER, at(kept.entries, 2)));
  });
});

describe('stored sums that differ from the entries are found', () => {
  it.each<[string, (head: StoredAccount['head'], cents: number) => Partial<StoredAccount['head']>, RegExp]>([
    [
      'balance',
      ({ balanceCents }, cents) => ({ balanceCents: balanceCents + cents }),
      /balance is not the sum/,
    ],
    ['count', ({ entryCount }, cents) => ({ entryCount: entryCount + cents }), /counts \d+ entries, but has/],
    ['last hash', () => ({ lastHash: FIRST_HASH }), /last hash of the account/],
  ])('the %s of the account', (_, change, problem) => {
    expectAlways((kept, _where, cents) => {
      const failure = verify({ ...kept, head: { ...kept.head, ...change(kept.head, cents) } });
      expect(failure).toEqual(found(failure?.problem ?? ''));
      expect(failure?.problem).toMatch(problem);
    });
  });

  type Lots = StoredAccount['lots'];
  it.each<[string, (lots: Lots, index: number, cents: number) => Lots, RegExp]>([
    [
      'the remainder of a lot',
      (lots, index, cents) =>
        lots.map((lot, at) => ({
          ...lot,
          remainingCents: lot.remainingCents + (at === index ? cents : 0),
        })),
      /^the remainder of lot lot_\w+ is not the sum/,
    ],
    [
      'a lot without a grant',
      (lots, index, cents) => [...lots, { ...at(lots, index), id: 'lot_x', remainingCents: cents }],
      /remainder of lot lot_x /,
    ],
  ])('%s', (_, change, problem) => {
    expectAlways((kept, where, cents) => {
      const failure = verify({ ...kept, lots: change(kept.lots, where % kept.lots.length, cents) });
      expect(failure).toEqual(found(failure?.problem ?? ''));
      expect(failure?.problem).toMatch(problem);
    });
  });

  it('a missing lot, at its grant', () => {
    expectAlways((kept, where) => {
      const gone = at(kept.lots, where);
      const granted = kept.entries.find(({ lotId }) => lotId === gone.id);
      const lots = kept.lots.filter((lot) => lot !== gone);
      expect(verify({ ...kept, lots })).toEqual(found('its lot is missing', granted));
    });
  });
});
