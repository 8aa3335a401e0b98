import { canonicalEmail } from './canonical-email.js';

describe('canonicalEmail', () => {
  it.each([
    ['John@Example.com', 'john@example.com'],
    ['john+friends@example.com', 'john@example.com'],
    ['j.o.h.n@example.com', 'j.o.h.n@example.com'],
    ['J.o.h.n+x+y@gmail.com', 'john@gmail.com'],
    ['john@googlemail.com', 'john@gmail.com'],
    ['+x@example.com', '+x@example.com'],
    ['"a@b"@example.com', '"a@b"@example.com'],
  ])('%s is the mailbox %s', (email, mailbox) => {
    expect(canonicalEmail(email)).toBe(mailbox);
  });
});
