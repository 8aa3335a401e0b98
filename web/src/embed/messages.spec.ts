import { parsePortalMessage, parseSettings } from './messages.js';

describe('the messages between the frame and its host', () => {
  it('parses settings with a token, even if the rest is missing or invalid', () => {
    expect(
      parseSettings({ type: 'referral-portal:settings', token: 't', color: 'red', background: 7 }),
    ).toEqual({
      type: 'referral-portal:settings',
      token: 't',
      color: null,
      background: '#ffffff',
      locale: null,
    });
    const given = {
      type: 'referral-portal:settings',
      token: 't',
      color: '#AABBCC',
      background: '#000000',
      locale: 'es-MX',
    };
    expect(parseSettings({ ...given, more: true })).toEqual(given);
  });

  it.each([
    null,
    undefined,
    'text',
    7,
    [],
    {},
    { type: 'referral-portal:settings' },
    { type: 'x', token: 't' },
  ])('is not settings: %j', (data) => {
    expect(parseSettings(data)).toBeNull();
  });

  it('parses a possible height, an expired session and ready', () => {
    const height = (value: unknown): unknown =>
      parsePortalMessage({ type: 'referral-portal:height', height: value });
    expect(height(812.5)).toEqual({ type: 'referral-portal:height', height: 812.5 });
    expect([-1, Number.NaN, Infinity, 1e9, '100', undefined].map(height)).toEqual(Array(6).fill(null));
    expect(parsePortalMessage({ type: 'referral-portal:expired' })).toEqual({
      type: 'referral-portal:expired',
      asked: false,
    });
    expect(parsePortalMessage({ type: 'referral-portal:ready', more: 1 })).toEqual({
      type: 'referral-portal:ready',
    });
    expect([null, 'referral-portal:ready', { type: 'ready' }].map(parsePortalMessage)).toEqual([
      null,
      null,
      null,
    ]);
  });
});
