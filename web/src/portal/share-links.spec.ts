import { shareLinks } from './share-links.js';

it('makes addresses that open with the very text in them', () => {
  const text = 'Müll & Söhne: 10 % off?\n“Yes” #1 + more: https://x.example/enroll/a?ref=KH7N4WP3&b=1';
  const { whatsapp, sms, email } = shareLinks('A & B', text);
  expect(new URL(whatsapp).searchParams.get('text')).toBe(text);
  expect(decodeURIComponent(sms.slice('sms:?&body='.length))).toBe(text);
  const [subject = '', body = ''] = email.slice('mailto:?subject='.length).split('&body=');
  expect([subject, body].map(decodeURIComponent)).toEqual(['A & B', text.replace('\n', '\r\n')]);
  expect(sms + email).not.toMatch(/[+ ]/);
});
