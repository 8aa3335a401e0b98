import { isDisposable } from './disposable-domain.js';

describe('isDisposable', () => {
  it.each(['a@mailinator.com', 'a@MAILINATOR.com', 'a@inbox.mailinator.com', 'a@x.y.yopmail.com'])(
    'recognizes %s',
    (email) => {
      expect(isDisposable(email)).toBe(true);
    },
  );

  it.each([
    'a@gmail.com',
    'a@googlemail.com',
    'a@outlook.com',
    'a@gmx.de',
    'a@proton.me',
    'a@privaterelay.appleid.com',
    'a@duck.com',
    'a@mozmail.com',
    'a@our-mailinator.com',
    'a@mailinator.com.example.org',
    'mailinator.com@example.com',
  ])('does not match %s', (email) => {
    expect(isDisposable(email)).toBe(false);
  });
});
