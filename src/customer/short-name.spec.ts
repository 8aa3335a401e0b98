import { shortName, shownName } from './short-name.js';
import { NAME_DISPLAYS, type NameDisplay } from '../config/program-terms.js';

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

describe('shownName', () => {
  it.each<[NameDisplay, string, string | null]>([
    ['full', 'John Doe', 'John Doe'],
    ['first_initial', 'John Doe', 'John D.'],
    ['first', 'John Doe', 'John'],
    ['hidden', 'John Doe', null],
    ['full', 'Ana María de la Cruz', 'Ana María de la Cruz'],
    ['first_initial', 'Ana María de la Cruz', 'Ana C.'],
    ['first', 'Ana María de la Cruz', 'Ana'],
    ['full', 'Cher', 'Cher'],
    ['first_initial', 'Cher', 'Cher'],
    ['first', 'Cher', 'Cher'],
    ['hidden', 'Cher', null],
    ['full', '  Zoë  Kravitz ', '  Zoë  Kravitz '],
    ['first_initial', '  Zoë  Kravitz ', 'Zoë K.'],
    ['first', '  Zoë  Kravitz ', 'Zoë'],
  ])('shows %s of %j as %j', (display, name, shown) => {
    expect(shownName(name, display)).toBe(shown);
  });

  it('shows only the initial of a last name, unless the whole name is shown', () => {
    const others = NAME_DISPLAYS.filter((display) => display !== 'full');
    expect(others).toHaveLength(NAME_DISPLAYS.length - 1);
    expect(others.map((display) => shownName('John Doe', display) ?? '').join(' ')).not.toContain('Do');
  });
});
