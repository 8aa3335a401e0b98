import { isDeeperThan } from './json-body.js';

describe('isDeeperThan', () => {
  it.each([
    ['null', 0, false],
    ['"text"', 0, false],
    ['{}', 0, true],
    ['{"a":1}', 1, false],
    ['{"a":[]}', 1, true],
    ['{"a":[{}]}', 3, false],
  ])('%s at %d → %s', (json, limit, expected) => {
    expect(isDeeperThan(JSON.parse(json), limit)).toBe(expected);
  });

  it('gives up early on a body made to exhaust the stack', () => {
    expect(isDeeperThan(JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)), 8)).toBe(true);
  });
});
