import type { CreditEntry } from './credit-entry.entity.js';
import { entryHash, FIRST_HASH } from './entry-hash.js';

type Content = Omit<CreditEntry, 'hash'>;

const GRANT: Content = {
  tenantId: 'tnt_1',
  customerId: 'cus_111',
  sequence: 1,
  id: 'cre_1',
  lotId: 'lot_1',
  kind: 'grant',
  amountCents: 2000,
  lotRemainingCents: 2000,
  balanceCents: 2000,
  redemptionId: null,
  reason: null,
  actor: 'system',
  createdAt: new Date('2026-03-20T10:00:00Z'),
};

const CAPTURE: Content = {
  ...GRANT,
  sequence: 2,
  id: 'cre_2',
  kind: 'capture',
  amountCents: -500,
  lotRemainingCents: 1500,
  balanceCents: 1500,
  redemptionId: 'rdm_1',
  reason: '“Refund”, für Jürgen',
  actor: 'admin:usr_1',
  createdAt: new Date('2026-03-21T08:30:00.250Z'),
};

// Calculated with `sha256sum` from the JSON array, without spaces, in UTF-8.
const OF_GRANT = 'd44ffe6eb221c12e35aad4c28aaafb6f0b01ac58d34181341e00d7a07816e452';
const OF_CAPTURE = '5bbacb5fb3c986a4abf71af88a532d599406f61d5c7c4fd57b5625fe63196a44';

/** Returns every combination of one element of each list. */
const combined = <A, B, C>(as: readonly A[], bs: readonly B[], cs: readonly C[]): [A, B, C][] =>
  as.flatMap((a) => bs.flatMap((b) => cs.map((c): [A, B, C] => [a, b, c])));

const expectAllDifferent = (entries: readonly Content[]): void => {
  const hashes = entries.map((entry) => entryHash(FIRST_HASH, entry));
  expect(new Set(hashes).size).toBe(entries.length);
};

describe('entryHash', () => {
  it('equals the hash that another program computed, so that existing ledgers stay verifiable', () => {
    expect(entryHash(FIRST_HASH, GRANT)).toBe(OF_GRANT);
    expect(entryHash(OF_GRANT, CAPTURE)).toBe(OF_CAPTURE);
  });

  it('starts a chain with 64 zeros', () => {
    expect(FIRST_HASH).toBe('0000000000000000000000000000000000000000000000000000000000000000');
  });

  it('depends on the content of the entry only, not on the order of its properties or on an existing hash', () => {
    const reversed = Object.fromEntries(Object.entries(CAPTURE).reverse()) as unknown as Content;
    const written = { ...reversed, createdAt: new Date(CAPTURE.createdAt), hash: OF_GRANT };
    expect(entryHash(OF_GRANT, written)).toBe(OF_CAPTURE);
  });

  it('depends on the previous entry', () => {
    expect(entryHash(OF_GRANT, GRANT)).not.toBe(OF_GRANT);
    expect(entryHash(OF_GRANT.replace('d', 'e'), CAPTURE)).not.toBe(OF_CAPTURE);
  });

  const changes: Content = {
    tenantId: 'tnt_2',
    customerId: 'cus_112',
    sequence: 3,
    id: 'cre_3',
    lotId: 'lot_2',
    kind: 'adjust',
    amountCents: -501,
    lotRemainingCents: 1501,
    balanceCents: 1501,
    redemptionId: null,
    reason: '“Refund”, fur Jürgen',
    actor: 'admin:usr_2',
    createdAt: new Date('2026-03-21T08:30:00.251Z'),
  };

  it.each(Object.entries(changes))('depends on %s', (field, value) => {
    expect(entryHash(OF_GRANT, { ...CAPTURE, [field]: value })).not.toBe(OF_CAPTURE);
  });

  it('distinguishes texts that are split differently between fields, and null from the text "null"', () => {
    const texts = ['', 'a', 'aa', 'null', ',', '"', '","', '\\', '\\"'];
    expectAllDifferent(
      combined([null, ...texts], [null, ...texts], texts).map(([redemptionId, reason, actor]) => ({
        ...GRANT,
        redemptionId,
        reason,
        actor,
      })),
    );
  });

  it('distinguishes amounts whose digits are split differently between fields', () => {
    const amounts = [1, 11, 111, 1111];
    expectAllDifferent(
      combined([...amounts, -1, -11], amounts, amounts).map(
        ([amountCents, lotRemainingCents, balanceCents]) => ({
          ...GRANT,
          amountCents,
          lotRemainingCents,
          balanceCents,
        }),
      ),
    );
  });

  it('covers the reward and expiry of the lot, for a grant', () => {
    const lots = [
      { rewardId: null, expiresAt: null },
      { rewardId: 'rwd_1', expiresAt: null },
      { rewardId: null, expiresAt: new Date('2026-05-01T00:00:00Z') },
    ];
    const hashes = [undefined, ...lots].map((lot) => entryHash(FIRST_HASH, GRANT, lot));
    expect(new Set(hashes).size).toBe(4);
  });
});
