import { idempotencyKey } from 'referrals-sdk';
import { generateNonce } from '../../src/app/pages/page.service.js';
import { DataKey } from '../../src/common/data-key.js';
import { newId } from '../../src/common/ids.js';
import { newSecret } from '../../src/events/webhook/webhook-signer.service.js';
import { ALPHABET, newReferralCode } from '../../src/referral/referral-code.js';
import { generateApiKey } from '../../src/tenant/api-key/api-key-format.js';
import { SECRET } from '../support/app.js';

/** So many that one of 64 values is missing at a position by chance once in 10^18 runs. */
const DRAWS = 3000;
/** Enough for a pair of positions to take many times as many values as one. */
const FEW_DRAWS = 400;

const HEX = '0123456789abcdef';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const [BASE64, BASE64URL] = [`${LETTERS}+/`, `${LETTERS}-_`];
/** The last symbol of 32 bytes in base64 has four bits of them, that of 16 bytes two. */
const [FOUR_BITS, TWO_BITS] = ['AEIMQUYcgkosw048', 'AQgw'];

const tenantId = newId('ten');
const dataKey = new DataKey(SECRET);
/** What each text is drawn by, and what its positions can hold: how many, and which symbols. */
const TEXTS: [what: string, draw: () => string, positions: [count: number, symbols: string][]][] = [
  ["an API key's secret", () => generateApiKey(tenantId).text.slice(-64), [[64, HEX]]],
  ['a referral code', newReferralCode, [[8, ALPHABET]]],
  [
    "a webhook's secret",
    () => newSecret().slice('whsec_'.length, -1),
    [
      [42, BASE64],
      [1, FOUR_BITS],
    ],
  ],
  [
    "a page's nonce",
    () => generateNonce().slice(0, -2),
    [
      [21, BASE64],
      [1, TWO_BITS],
    ],
  ],
  ["a sealed text's nonce", () => dataKey.seal('test', 'text').slice(0, 16), [[16, BASE64URL]]],
  ["the client's idempotency key", idempotencyKey, [[32, HEX]]],
];

const drawn = (draw: () => string, draws: number): string[][] =>
  Array.from({ length: draws }, () => Array.from(draw()));
const sorted = (symbols: Iterable<string>): string => Array.from(symbols).sort().join('');

/** All of it is chance: bits that are always the same, or the same in two places, would not show in its shape. */
describe('a random text', () => {
  it.each(TEXTS)('%s: every position takes every value', (_, draw, positions) => {
    const taken: Set<string>[] = [];
    for (const symbols of drawn(draw, DRAWS))
      for (const [position, symbol] of symbols.entries()) (taken[position] ??= new Set()).add(symbol);
    const possible = positions.flatMap(([count, symbols]) => Array<string>(count).fill(sorted(symbols)));
    expect(taken.map(sorted)).toEqual(possible);
  });

  it.each(TEXTS)('%s: no position follows from another', (_, draw) => {
    const texts = drawn(draw, FEW_DRAWS);
    const values = (...positions: number[]): number =>
      new Set(texts.map((symbols) => positions.map((position) => symbols[position]).join(''))).size;
    const length = texts[0]?.length ?? 0;
    const pairs = Array.from({ length }, (_first, first) =>
      Array.from({ length: first }, (_second, second) => [first, second] as const),
    ).flat();
    const tied = pairs.filter(
      ([first, second]) => values(first, second) <= 2 * Math.max(values(first), values(second)),
    );
    expect(tied).toEqual([]);
  });
});
