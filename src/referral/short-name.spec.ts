import { shortName } from './short-name.js';

describe('shortName', () => {
  it.each([
    ['Jane Smith', 'Jane S.'],
    ['Jane', 'Jane'],
    ['  Ana María de la  Cruz ', 'Ana C.'],
    ["Conan O'Brien", 'Conan O.'],
    ['李 雷', '李 雷.'],
    ['Zoë ß', 'Zoë SS.'],
  ])('%j is shown as %j', (name, shown) => {
    expect(shortName(name)).toBe(shown);
  });
});
