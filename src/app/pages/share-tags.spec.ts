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
