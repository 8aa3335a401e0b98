import { linkOf } from './enroll-link.js';

describe('linkOf', () => {
  it.each([
    ['/enroll/acme-waste', '?ref=KH7N4WP3&promo=SPRING15', ['acme-waste', 'KH7N4WP3', 'SPRING15']],
    ['/enroll/acme-waste/', '', ['acme-waste', '', '']],
    ['/enroll/acme-waste', '?ref=+kh7n-4wp3%20&utm_source=x', ['acme-waste', 'kh7n-4wp3', '']],
    ['/enroll/caf%C3%A9', '?ref=a&ref=b', ['café', 'a', '']],
    ['/enroll/%', '', ['', '', '']],
    ['/enroll', '?ref=KH7N4WP3', ['', 'KH7N4WP3', '']],
    ['/enroll/a/b', '', ['', '', '']],
  ])('reads %s%s', (pathname, search, [slug, referralCode, promoCode]) => {
    expect(linkOf({ pathname, search })).toEqual({ slug, referralCode, promoCode });
  });
});
