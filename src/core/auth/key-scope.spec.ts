import { hasScope, KEY_SCOPES, requiredScope } from './key-scope.js';

describe('requiredScope', () => {
  it.each([
    ['by_method', 'GET', 'read'],
    ['by_method', 'HEAD', 'read'],
    ['by_method', 'POST', 'admin'],
    ['by_method', 'DELETE', 'admin'],
    ['redeem', 'POST', 'redeem'],
    ['enroll', 'GET', 'enroll'],
    ['none', 'GET', undefined],
  ] as const)('for a route with %s and the method %s is %s', (keys, method, needed) => {
    expect(requiredScope(keys, method)).toBe(needed);
  });

  it('is granted by itself and by admin, and by nothing else', () => {
    for (const needed of KEY_SCOPES) {
      const enough = KEY_SCOPES.filter((scope) => hasScope([scope], needed));
      expect(enough).toEqual(KEY_SCOPES.filter((scope) => scope === needed || scope === 'admin'));
    }
    expect(hasScope([], 'read')).toBe(false);
  });
});
