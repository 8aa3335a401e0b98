import { bearerToken, hasCriticalHeader } from './bearer-token.js';

const tokenIn = (authorization?: string): string | null => bearerToken({ headers: { authorization } });

describe('the bearer token of a request', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['BEARER   a.b-c_d~e+f/g==', 'a.b-c_d~e+f/g=='],
    [`Bearer ${'x'.repeat(8185)}`, 'x'.repeat(8185)],
  ])('is what follows the scheme: %j', (header, token) => {
    expect(tokenIn(header)).toBe(token);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'abc',
    'Basic abc',
    'xBearer abc',
    'Bearer abc def',
    'Bearer abc ',
    ' Bearer abc',
    'Bearer\tabc',
    `Bearer ${'x'.repeat(8186)}`,
  ])('is null for %j', (header) => {
    expect(tokenIn(header)).toBeNull();
  });

  it.each([
    ['no blank', 'A'.repeat(16_000)],
    ['nothing but blanks', `Bearer${' '.repeat(16_000)}`],
    ['blanks and words', 'Bearer a '.repeat(1_700)],
    ['a token within the bound, and one symbol too many', `Bearer ${'A'.repeat(8_000)} `],
  ])('handles a header of %s in linear time', (_, header) => {
    const { user: before } = process.cpuUsage();
    for (let time = 0; time < 100; time++) expect(tokenIn(header)).toBeNull();
    expect(process.cpuUsage().user - before).toBeLessThan(100_000); // microseconds, for a hundred of them
  });
});

describe('a critical header', () => {
  const tokenOf = (header: object): string =>
    `${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.c2lnbmF0dXJl`;

  it.each([{ crit: ['exp'] }, { crit: [] }, { crit: null }])('is found in %j', (extension) => {
    expect(hasCriticalHeader(tokenOf({ alg: 'HS256', ...extension }))).toBe(true);
  });

  it('is not found without one', () => {
    expect(hasCriticalHeader(tokenOf({ alg: 'HS256', typ: 'JWT' }))).toBe(false);
  });

  it.each(['', 'a', 'a.b.c', 'bm90IGpzb24.e30.x'])('is assumed where none can be read: %j', (token) => {
    expect(hasCriticalHeader(token)).toBe(true);
  });
});
