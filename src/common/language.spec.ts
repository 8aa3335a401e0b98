import { preferredLanguage } from './language.js';

describe('preferredLanguage', () => {
  it.each([
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en;q=0.5, ES-419;q=0.6', 'es'],
    ['de-DE, es;q=0.4', 'es'],
    ['en-US,es;q=0.9', 'en'],
    ['es; q=0.1, en; q=0.2', 'en'],
    ['es ;q=1, en ;q=0.5', 'es'],
    ['en; Q=0.1,es; Q=0.2', 'es'],
    ['es;q=0', 'en'],
    ['es;q=none', 'en'],
    ['es;level=q=0, en;q=0.9', 'es'],
    ['est', 'en'],
    ['de, fr', 'en'],
    ['*', 'en'],
    [';;;,,,==', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%j: %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
