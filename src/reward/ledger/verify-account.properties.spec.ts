import fc from 'fast-check';
import type { CreditEntry } from './credit-entry.entity.js';
import { entryHash, FIRST_HASH } from './entry-hash.js';
import { at, BY_HAND, found, grant, keptOf, NEW, verifyAccount } from '../../../test/support/kept-ledger.js';
import type { KeptAccount } from './verify-account.js';

const step = fc.record({
  act: fc.constantFrom('grant', 'capture', 'restore'),
  which: fc.nat(3),
  cents: fc.integer({ min: 1, max: 300 }),
});

/** A ledger as it is booked: a grant, and whatever comes after it. */
const ledger = fc.array(step, { minLength: 1, maxLength: 12, size: 'max' }).map((steps) =>
  keptOf((account) => {
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
const withEntries = (kept: KeptAccount, change: (entries: CreditEntry[]) => CreditEntry[]): KeptAccount => ({
  ...kept,
  entries: change([...kept.entries]),
});
const withEntry = (kept: KeptAccount, entry: CreditEntry, change: Partial<CreditEntry>): KeptAccount =>
  withEntries(kept, (entries) => entries.map((one) => (one === entry ? changed(one, change) : one)));

/** As somebody leaves it who knows how hashes are made. The head is theirs, too. */
function resealed(kept: KeptAccount): KeptAccount {
  let lastHash = FIRST_HASH;
  const entries = kept.entries.map((entry) => {
    const lot = kept.lots.find(({ id }) => id === entry.lotId);
    lastHash = entryHash(lastHash, entry, entry.kind === 'grant' ? lot : undefined);
    return changed(entry, { hash: lastHash });
  });
  return { ...kept, entries, head: { ...kept.head, lastHash } };
}

const expectAlways = (check: (kept: KeptAccount, where: number, cents: number) => void): void => {
  fc.assert(
    fc.property(ledger, fc.nat(50), fc.integer({ min: 1, max: 300 }), (kept, where, cents) => {
      check(kept, where, cents);
    }),
    { numRuns: 200 },
  );
};

const FORGED = 'its hash does not follow from its content and the entry before';
const REMAINDER = "its lot's remainder is wrong";

describe('a ledger as it was booked', () => {
  it('holds', () => {
    expect(verifyAccount({ head: NEW, entries: [], lots: [] })).toBeUndefined();
    expectAlways((kept) => {
      expect(verifyAccount(kept)).toBeUndefined();
    });
  });
});

describe('a change of an entry', () => {
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

  it.each(Object.entries(CHANGES))('is found at that very entry, be it its %s', (field, change) => {
    expectAlways((kept, where, cents) => {
      const entry = at(kept.entries, where);
      const forged = changed(entry, { [field]: change(entry, cents) });
      const PROBLEMS: Record<string, string> = {
        sequence: `entry ${entry.sequence} is missing`,
        lotId: 'its lot is missing',
      };
      const problem = PROBLEMS[field] ?? FORGED;
      expect(verifyAccount(withEntry(kept, entry, forged))).toEqual(found(problem, forged));
    });
  });

  it('is found at the first, when there are several', () => {
    expectAlways((kept, where, cents) => {
      const [one, another] = [at(kept.entries, where), at(kept.entries, cents)];
      const both = withEntry(withEntry(kept, one, { actor: 'me' }), another, { actor: 'me' });
      const first = at(both.entries, Math.min(one.sequence, another.sequence) - 1);
      expect(verifyAccount(both)).toEqual(found(FORGED, first));
    });
  });

  it('is found by the head, when whoever made it has made every hash after it anew', () => {
    expectAlways((kept, where) => {
      const forged = resealed(withEntry(kept, at(kept.entries, where), { reason: 'another' }));
      const problem = 'the account ends with another hash than its last entry';
      expect(verifyAccount({ ...forged, head: kept.head })).toEqual(found(problem));
    });
  });

  it.each<[keyof CreditEntry, string]>([
    ['amountCents', REMAINDER],
    ['lotRemainingCents', REMAINDER],
    ['balanceCents', 'its running balance is wrong'],
  ])('is found by its sums even when every hash follows, the head too: %s', (field, problem) => {
    expectAlways((kept, where, cents) => {
      const entry = at(kept.entries, where);
      const forged = resealed(withEntry(kept, entry, { [field]: Number(entry[field]) + cents }));
      expect(verifyAccount(forged)).toEqual(found(problem, entry));
    });
  });

  it.each<[string, 'grant' | 'restore', number]>([
    ['a lot that begins without a grant', 'restore', 0],
    ['a lot that is granted twice', 'grant', 1],
  ])('is found even when every hash and every sum follows: %s', (_, kind, index) => {
    const kept = keptOf((account) => {
      const lot = grant(account, 500);
      account.restore(lot, 100, BY_HAND);
      return [lot];
    });
    const entry = at(kept.entries, index);
    const problem = 'a lot must begin with its grant';
    expect(verifyAccount(kept)).toBeUndefined();
    expect(verifyAccount(resealed(withEntry(kept, entry, { kind })))).toEqual(found(problem, entry));
  });
});

describe('an entry', () => {
  it('that is missing is found where the next one stands, even when every hash follows', () => {
    expectAlways((kept, where) => {
      const index = where % (kept.entries.length - 1);
      const rest = withEntries(kept, (entries) => entries.toSpliced(index, 1));
      const expected = found(`entry ${index + 1} is missing`, kept.entries[index + 1]);
      expect([verifyAccount(rest), verifyAccount(resealed(rest))]).toEqual([expected, expected]);
    });
  });

  it('that is missing at the end is found by the count, even when every hash follows', () => {
    expectAlways((kept) => {
      const { length } = kept.entries;
      const rest = withEntries(kept, (entries) => entries.slice(0, -1));
      const expected = found(`the account counts ${length} entries, and has ${length - 1}`);
      expect([verifyAccount(rest), verifyAccount(resealed(rest))]).toEqual([expected, expected]);
    });
  });

  it('that is there twice is found', () => {
    expectAlways((kept, where) => {
      const entry = at(kept.entries, where);
      const copy = changed(entry, { id: 'cre_copy' });
      const more = withEntries(kept, (entries) => entries.toSpliced(entry.sequence, 0, copy));
      expect(verifyAccount(more)).toEqual(found(`entry ${entry.sequence + 1} is missing`, copy));
    });
  });

  it('that is one too many at the end is found by the count, though its hash and its sums follow', () => {
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
      const problem = `the account counts ${last.sequence} entries, and has ${more.sequence}`;
      expect(verifyAccount(longer)).toEqual(found(problem));
    });
  });

  it('that stands in the place of another is found at the first of the two', () => {
    expectAlways((kept, where, cents) => {
      const [one, another] = [at(kept.entries, where), at(kept.entries, cents)];
      fc.pre(one !== another);
      const inPlaceOf = (entry: CreditEntry): CreditEntry =>
        entry === one ? another : entry === another ? one : entry;
      const swapped = withEntries(kept, (entries) =>
        entries.map((entry) => changed(inPlaceOf(entry), { sequence: entry.sequence })),
      );
      const first = at(swapped.entries, Math.min(one.sequence, another.sequence) - 1);
      expect(verifyAccount(swapped)).toEqual(found(FORGED, first));
    });
  });

  it('that takes more than its lot has is found, though the balance is enough', () => {
    const kept = keptOf((account) => {
      const lots = [grant(account, 1), grant(account, 500)];
      account.take('capture', at(lots, 0), 2, BY_HAND);
      return lots;
    });
    expect(verifyAccount(kept)).toEqual(found(REMAINDER, at(kept.entries, 2)));
  });
});

describe('what is kept beside the entries, and differs, is found', () => {
  it.each<[string, (head: KeptAccount['head'], cents: number) => Partial<KeptAccount['head']>, RegExp]>([
    [
      'balance',
      ({ balanceCents }, cents) => ({ balanceCents: balanceCents + cents }),
      /balance is not the sum/,
    ],
    ['count', ({ entryCount }, cents) => ({ entryCount: entryCount + cents }), /counts \d+ entries, and has/],
    ['last hash', () => ({ lastHash: FIRST_HASH }), /ends with another hash/],
  ])('the %s of the account', (_, change, problem) => {
    expectAlways((kept, _where, cents) => {
      const failure = verifyAccount({ ...kept, head: { ...kept.head, ...change(kept.head, cents) } });
      expect(failure).toEqual(found(failure?.problem ?? ''));
      expect(failure?.problem).toMatch(problem);
    });
  });

  it.each<[string, (lots: KeptAccount['lots'], index: number, cents: number) => KeptAccount['lots'], RegExp]>(
    [
      [
        'what is left of a lot',
        (lots, index, cents) =>
          lots.map((lot, at) => ({
            ...lot,
            remainingCents: lot.remainingCents + (at === index ? cents : 0),
          })),
        /^what is left of lot lot_\w+ is not the sum/,
      ],
      [
        'a lot that nobody granted',
        (lots, index, cents) => [...lots, { ...at(lots, index), id: 'lot_x', remainingCents: cents }],
        /left of lot lot_x /,
      ],
    ],
  )('%s', (_, change, problem) => {
    expectAlways((kept, where, cents) => {
      const failure = verifyAccount({ ...kept, lots: change(kept.lots, where % kept.lots.length, cents) });
      expect(failure).toEqual(found(failure?.problem ?? ''));
      expect(failure?.problem).toMatch(problem);
    });
  });

  it('a lot that is gone, at its grant', () => {
    expectAlways((kept, where) => {
      const gone = at(kept.lots, where);
      const granted = kept.entries.find(({ lotId }) => lotId === gone.id);
      const lots = kept.lots.filter((lot) => lot !== gone);
      expect(verifyAccount({ ...kept, lots })).toEqual(found('its lot is missing', granted));
    });
  });
});
