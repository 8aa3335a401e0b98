import { forgetSession, isFor, safeReturnUrl, takeSession } from './session.js';

/** Storage and address of a tab. */
function tab(hash = '') {
  const kept = new Map<string, string>();
  const cleared: string[] = [];
  const keep = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, cleared, place: { hash, keep, clearHash: () => void cleared.push(hash) } };
}

describe('takeSession', () => {
  const LINK = '#token=a.b.c&return_url=https%3A%2F%2Fapp.example.com%2Fhome';
  const SESSION = { token: 'a.b.c', returnUrl: 'https://app.example.com/home' };

  it('takes the token out of the address, and keeps it for a reload of the same surface', () => {
    const { place, cleared } = tab(LINK);
    expect(takeSession('dashboard', place)).toEqual(SESSION);
    expect(cleared).toEqual([LINK]);
    expect(takeSession('dashboard', { ...place, hash: '' })).toEqual(SESSION);
    expect(takeSession('portal', { ...place, hash: '' })).toBeNull();
    expect(cleared).toHaveLength(1);
  });

  it('lets a later link replace an earlier one, its way back too', () => {
    const { place } = tab(LINK);
    takeSession('dashboard', place);
    expect(takeSession('dashboard', { ...place, hash: '#token=d.e.f' })).toEqual({
      token: 'd.e.f',
      returnUrl: null,
    });
  });

  it('leaves other fragments alone', () => {
    const { place, cleared } = tab('#content');
    expect(takeSession('dashboard', place)).toBeNull();
    expect(cleared).toEqual([]);
  });

  it('knows nothing any more once it is forgotten', () => {
    const { place, kept } = tab(LINK);
    takeSession('dashboard', place);
    forgetSession('dashboard', place);
    expect([takeSession('dashboard', { ...place, hash: '' }), kept.size]).toEqual([null, 0]);
  });
});

describe('safeReturnUrl', () => {
  it.each(['https://app.example.com/', 'https://app.example.com/a?b=c#d', 'http://localhost:8080/'])(
    'leads to %s',
    (url) => {
      expect(safeReturnUrl(url)).toBe(url);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'http://app.example.com/',
    'http://localhost.example.com/',
    'https://user:secret@app.example.com/',
    '//app.example.com',
    '/dashboard',
    '',
    null,
  ])('leads nowhere by %j', (url) => {
    expect(safeReturnUrl(url)).toBeNull();
  });
});

it('a token is for the surface that it names, and rubbish for none', () => {
  const session = (aud: string) => ({
    token: `x.${btoa(JSON.stringify({ aud, sub: 's', exp: 1 }))}.x`,
    returnUrl: null,
  });
  expect(isFor('customer', session('customer'))).toBe(true);
  expect(isFor('tenant-admin', session('customer'))).toBe(false);
  expect(isFor('customer', { token: 'rubbish', returnUrl: null })).toBe(false);
});
