import { forgetSession, hasAudience, safeReturnUrl, takeSession } from './session.js';

/** Fakes the storage and the address of a tab. */
function tab(hash = '') {
  const kept = new Map<string, string>();
  const cleared: string[] = [];
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const returnOrigins = ['https://app.example.com'];
  return { kept, cleared, place: { hash, storage, returnOrigins, clearHash: () => void cleared.push(hash) } };
}

describe('takeSession', () => {
  const LINK = '#token=a.b.c&return_url=https%3A%2F%2Fapp.example.com%2Fhome';
  const SESSION = { token: 'a.b.c', returnUrl: 'https://app.example.com/home' };

  it('removes the token from the address, and stores it for a reload of the same surface', () => {
    const { place, cleared } = tab(LINK);
    expect(takeSession('dashboard', place)).toEqual({ session: SESSION, offered: null });
    expect(cleared).toEqual([LINK]);
    expect(takeSession('dashboard', { ...place, hash: '' })).toEqual({ session: SESSION, offered: null });
    expect(takeSession('portal', { ...place, hash: '' }).session).toBeNull();
    expect(cleared).toHaveLength(1);
  });

  it('replaces an earlier session by a later link, with its return URL', () => {
    const { place } = tab(LINK);
    takeSession('dashboard', place);
    expect(takeSession('dashboard', { ...place, hash: '#token=d.e.f' }).session).toEqual({
      token: 'd.e.f',
      returnUrl: null,
    });
  });

  describe('that would replace a session', () => {
    const seconds = Math.floor(Date.now() / 1000);
    const tokenOf = (claims: object): string =>
      `x.${btoa(JSON.stringify({ aud: 'tenant-admin', sub: 'ann', tenant_id: 'ten_a', exp: seconds + 60, ...claims }))}.x`;
    const opened = (held: string, next: string) => {
      const { place, cleared } = tab(`#token=${held}`);
      takeSession('dashboard', place);
      const { session, offered } = takeSession('dashboard', { ...place, hash: `#token=${next}` });
      const after = takeSession('dashboard', { ...place, hash: '' }).session;
      return { session: session?.token, offered: offered?.token, after: after?.token, cleared };
    };

    it.each([
      ['another person', { sub: 'ben' }],
      ['another business', { tenant_id: 'ten_b' }],
      ['no business', { tenant_id: undefined }],
    ])('of %s is offered, and changes nothing by itself', (_, claims) => {
      const [held, next] = [tokenOf({}), tokenOf(claims)];
      const { cleared, ...is } = opened(held, next);
      expect(is).toEqual({ session: held, offered: next, after: held });
      expect(cleared).toHaveLength(2);
    });

    it('is offered even if it is not a token', () => {
      const held = tokenOf({});
      expect(opened(held, 'rubbish')).toMatchObject({ session: held, offered: 'rubbish', after: held });
    });

    it.each([
      ['the same person, with more time', tokenOf({}), tokenOf({ exp: seconds + 600 })],
      ['somebody else, after the end of the first', tokenOf({ exp: seconds - 1 }), tokenOf({ sub: 'ben' })],
    ])('of %s is taken at once', (_, held, next) => {
      expect(opened(held, next)).toMatchObject({ session: next, offered: undefined, after: next });
    });
  });

  it('ignores other fragments', () => {
    const { place, cleared } = tab('#content');
    expect(takeSession('dashboard', place).session).toBeNull();
    expect(cleared).toEqual([]);
  });

  it('has no session after it was forgotten', () => {
    const { place, kept } = tab(LINK);
    takeSession('dashboard', place);
    forgetSession('dashboard', place);
    expect([takeSession('dashboard', { ...place, hash: '' }).session, kept.size]).toEqual([null, 0]);
  });
});

describe('safeReturnUrl', () => {
  const ORIGINS = ['https://app.example.com', 'https://b.example:8443', 'http://localhost:8080'];

  it.each([
    'https://app.example.com/',
    'https://app.example.com/a?b=c#d',
    'https://b.example:8443/',
    'http://localhost:8080/',
  ])('allows %s, which the operator lists', (url) => {
    expect(safeReturnUrl(url, ORIGINS)).toBe(url);
    expect(safeReturnUrl(url, [])).toBeNull();
    expect(safeReturnUrl(url, [''])).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'blob:https://app.example.com/x',
    'http://app.example.com/',
    'https://app.example.com:444/',
    'https://app.example.com.evil.example/',
    'https://evil.example/https://app.example.com/',
    'https://evil.example/',
    'https://user:secret@app.example.com/',
    'https://app.example.com@evil.example/',
    '//app.example.com',
    '/dashboard',
    '',
    null,
  ])('leads nowhere by %j', (url) => {
    expect(safeReturnUrl(url, ORIGINS)).toBeNull();
    expect(safeReturnUrl(url, ['null', ''])).toBeNull();
  });
});

it('a token is for the surface in its audience, and an invalid one for none', () => {
  const session = (aud: string) => ({
    token: `x.${btoa(JSON.stringify({ aud, sub: 's', exp: 1 }))}.x`,
    returnUrl: null,
  });
  expect(hasAudience('customer', session('customer'))).toBe(true);
  expect(hasAudience('tenant-admin', session('customer'))).toBe(false);
  expect(hasAudience('customer', { token: 'rubbish', returnUrl: null })).toBe(false);
});
