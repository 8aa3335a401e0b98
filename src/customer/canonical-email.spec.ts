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
});
