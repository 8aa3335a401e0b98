import { canonicalEmail, normalizeEmail } from './canonical-email.js';

describe('canonicalEmail', () => {
  it.each([
    ['John@Example.com', 'john@example.com'],
    ['john+friends@example.com', 'john@example.com'],
    ['j.o.h.n@example.com', 'j.o.h.n@example.com'],
    ['J.o.h.n+x+y@gmail.com', 'john@gmail.com'],
    ['j.o.h.n@gmail.com', 'john@gmail.com'],
    ['john@googlemail.com', 'john@gmail.com'],
    ['J.o.h.n+x.y@GoogleMail.com', 'john@gmail.com'],
    ['j.o.h.n@mail.gmail.com', 'j.o.h.n@mail.gmail.com'],
    ['j.o.h.n@gmail.co', 'j.o.h.n@gmail.co'],
    ['j.o.h.n@notgmail.com', 'j.o.h.n@notgmail.com'],
    ['john+@example.com', 'john@example.com'],
    ['j+x@example.com', 'j@example.com'],
    ['++x@example.com', '+@example.com'],
    ['+x@example.com', '+x@example.com'],
    ['"a@b"@example.com', '"a@b"@example.com'],
  ])('%s is the mailbox %s', (email, mailbox) => {
    expect(canonicalEmail(email)).toBe(mailbox);
  });
});

describe('normalizeEmail', () => {
  it('changes only the case', () => {
    expect(normalizeEmail('J.o.h.n+Tag@GoogleMail.com')).toBe('j.o.h.n+tag@googlemail.com');
  });

  it.each([
    'info@exämple.de',
    'Info@EXÄMPLE.de',
    'info@exa\u0308mple.de',
    'info@xn--exmple-cua.de',
    'INFO@XN--EXMPLE-CUA.DE',
    'info@ｅｘämple.de',
  ])('has one form for %j', (email) => {
    expect(normalizeEmail(email)).toBe('info@exämple.de');
    expect(canonicalEmail(email)).toBe('info@xn--exmple-cua.de');
  });

  it.each([
    ['jose\u0301@example.com', 'josé@example.com'],
    ['x@παράδειγμα', 'x@παράδειγμα'],
    ['x@xn--hxajbheg2az3al', 'x@παράδειγμα'],
    ['x@faß.de', 'x@faß.de'],
    ['x@xn--a', 'x@xn--a'], // no valid Punycode
  ])('%j is stored as %j, and so is that', (email, stored) => {
    expect(normalizeEmail(email)).toBe(stored);
    expect(normalizeEmail(stored)).toBe(stored);
  });
});
