import { type Invitation, type SharedLink, shareTags, unknownTenantTags } from './share-tags.js';

const LINK: SharedLink = {
  tenantName: 'Acme Waste',
  currency: 'USD',
  brandColor: '#1f7a4d',
  url: 'https://referrals.example/enroll/acme-waste?ref=KH7N4WP3',
  imageUrl: 'https://referrals.example/share.png',
};
const JOHN: Invitation = { from: 'John Doe', type: 'discount_percent', value: 10 };

const titleOf = (html: string): string => /<title>(.*)<\/title>/.exec(html)?.[1] ?? '';
/** Spaces that don't break are spaces to a reader. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('shareTags', () => {
  it('contains everything that a preview shows', () => {
    expect(shareTags({ ...LINK, invitation: JOHN }, 'en').split('\n')).toEqual([
      '<title>John Doe invites you to Acme Waste: 10 % off</title>',
      '<meta name="description" content="Enroll with Acme Waste and get 10 % off.">',
      '<meta name="theme-color" content="#1f7a4d">',
      '<meta property="og:type" content="website">',
      '<meta property="og:site_name" content="Acme Waste">',
      '<meta property="og:title" content="John Doe invites you to Acme Waste: 10 % off">',
      '<meta property="og:description" content="Enroll with Acme Waste and get 10 % off.">',
      '<meta property="og:url" content="https://referrals.example/enroll/acme-waste?ref=KH7N4WP3">',
      '<meta property="og:locale" content="en_US">',
      '<meta property="og:image" content="https://referrals.example/share.png">',
      '<meta property="og:image:width" content="1200">',
      '<meta property="og:image:height" content="630">',
      '<meta name="twitter:card" content="summary_large_image">',
    ]);
  });

  it.each<[string, Partial<Invitation>, string, string]>([
    [
      'a day',
      { available: { from: '2026-12-05T10:00:00.000Z' } },
      'It can be used from Dec 5, 2026.',
      'Se puede usar desde el 5 dic 2026.',
    ],
    [
      'approval',
      { available: 'after_approval' },
      'It can be used after approval.',
      'Se puede usar tras la aprobación.',
    ],
    [
      'an invoice',
      { available: 'after_first_invoice' },
      'It can be used after the first invoice.',
      'Se puede usar tras la primera factura.',
    ],
    [
      'a large invoice',
      { available: 'after_first_invoice', minInvoiceCents: 50_000 },
      'It can be used after the first invoice of $500 or more.',
      'Se puede usar tras la primera factura de 500 US$ o más.',
    ],
    [
      'the size of the invoice that it is for',
      { minInvoiceCents: 50_050 },
      'The first invoice must be $500.50 or more.',
      'La primera factura debe ser de 500,50 US$ o más.',
    ],
  ])('says that a reward waits for %s', (_, waits, en, es) => {
    const invitation = { ...JOHN, ...waits };
    const description = (language: 'en' | 'es'): string =>
      plain(/og:description" content="(.*)"/.exec(shareTags({ ...LINK, invitation }, language))?.[1] ?? '');
    expect(description('en')).toBe(`Enroll with Acme Waste and get 10 % off. ${en}`);
    expect(description('es')).toBe(`Inscríbete en Acme Waste y recibe 10 % de descuento. ${es}`);
  });

  it.each<[string, Invitation | undefined, string, string]>([
    ['nobody', undefined, 'Enroll with Acme Waste', 'Inscríbete en Acme Waste'],
    [
      'a percentage',
      { ...JOHN, value: 12.5 },
      'John Doe invites you to Acme Waste: 12.5 % off',
      'John Doe te invita a Acme Waste: 12,5 % de descuento',
    ],
    [
      'an amount',
      { ...JOHN, type: 'discount_fixed', value: 20 },
      'John Doe invites you to Acme Waste: $20 off',
      'John Doe te invita a Acme Waste: 20 US$ de descuento',
    ],
    [
      'credit',
      { ...JOHN, type: 'credit', value: 7.5 },
      'John Doe invites you to Acme Waste: $7.50 credit',
      'John Doe te invita a Acme Waste: 7,50 US$ de crédito',
    ],
    [
      'nothing',
      { ...JOHN, value: 0 },
      'John Doe invites you to Acme Waste',
      'John Doe te invita a Acme Waste',
    ],
    [
      'somebody hidden',
      { ...JOHN, from: null },
      'You are invited to Acme Waste: 10 % off',
      'Te invitan a Acme Waste: 10 % de descuento',
    ],
  ])('names the referrer and the reward: %s', (_, invitation, english, spanish) => {
    expect(plain(titleOf(shareTags({ ...LINK, invitation }, 'en')))).toBe(english);
    expect(plain(titleOf(shareTags({ ...LINK, invitation }, 'es')))).toBe(spanish);
  });

  it('escapes text in every tag', () => {
    const hostile = `"><script>alert(1)</script><meta content='&amp;`;
    const link = { ...LINK, tenantName: hostile, url: hostile, brandColor: hostile, imageUrl: hostile };
    const html = shareTags({ ...link, invitation: { ...JOHN, from: hostile } }, 'en');
    const written = html
      .split('\n')
      .map((line) => line.replace(/^<(title|meta (name|property)="[\w:-]+" content=")/, ''));
    expect(written.map((line) => line.replace(/>[^<>"']*<\/title>$|">$/, '')).join('')).not.toMatch(/[<>"']/);
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;meta content=&#39;&amp;amp;');
  });
});

describe('unknownTenantTags', () => {
  it('keep the page out of search engines', () => {
    expect(unknownTenantTags('en')).toBe('<title>Enroll</title>\n<meta name="robots" content="noindex">');
    expect(titleOf(unknownTenantTags('es'))).toBe('Inscripción');
  });
});
