import type { ValueType } from '../../tenant/value.js';
import { escapeHtml } from './render-page.js';
import type { Language } from '../../common/language.js';

/** The referrer and the reward behind a valid code. */
export interface Invitation {
  /** Null for a referrer whose name is hidden. */
  readonly from: string | null;
  readonly type: ValueType;
  readonly value: number;
}

/** The data of a share link that its preview shows. */
export interface SharedLink {
  readonly tenantName: string;
  readonly currency: string;
  readonly brandColor: string;
  /** The canonical address of the page. */
  readonly url: string;
  readonly imageUrl: string;
  readonly invitation?: Invitation | undefined;
}

interface ShareTexts {
  readonly enroll: string;
  readonly with: (tenant: string) => string;
  readonly invites: (from: string | null, tenant: string) => string;
  readonly get: (tenant: string, offer: string) => string;
  readonly howTo: string;
  readonly offers: Record<ValueType, (value: string) => string>;
}

const SHARE_TEXTS: Record<Language, ShareTexts> = {
  en: {
    enroll: 'Enroll',
    with: (tenant) => `Enroll with ${tenant}`,
    invites: (from, tenant) =>
      from === null ? `You are invited to ${tenant}` : `${from} invites you to ${tenant}`,
    get: (tenant, offer) => `Enroll with ${tenant} and get ${offer}.`,
    howTo: 'It takes two minutes. Bring your referral or promo code if you have one.',
    offers: {
      discount_percent: (value) => `${value} % off`,
      discount_fixed: (value) => `${value} off`,
      credit: (value) => `${value} credit`,
    },
  },
  es: {
    enroll: 'Inscripción',
    with: (tenant) => `Inscríbete en ${tenant}`,
    invites: (from, tenant) => (from === null ? `Te invitan a ${tenant}` : `${from} te invita a ${tenant}`),
    get: (tenant, offer) => `Inscríbete en ${tenant} y recibe ${offer}.`,
    howTo: 'Son dos minutos. Trae tu código de recomendación o de promoción si tienes uno.',
    offers: {
      discount_percent: (value) => `${value} % de descuento`,
      discount_fixed: (value) => `${value} de descuento`,
      credit: (value) => `${value} de crédito`,
    },
  },
};

const LOCALES: Record<Language, string> = { en: 'en_US', es: 'es_ES' };

/** Returns `10 % off` or `$20 credit`, or undefined when there is no reward. */
function offerOf({ type, value }: Invitation, currency: string, language: Language): string | undefined {
  if (value === 0) return undefined;
  const form: Intl.NumberFormatOptions =
    type === 'discount_percent' ? {} : { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' };
  return SHARE_TEXTS[language].offers[type](new Intl.NumberFormat(language, form).format(value));
}

function textsOf(
  { tenantName, currency, invitation }: SharedLink,
  language: Language,
): { title: string; description: string } {
  const words = SHARE_TEXTS[language];
  if (invitation === undefined) return { title: words.with(tenantName), description: words.howTo };
  const invites = words.invites(invitation.from, tenantName);
  const offer = offerOf(invitation, currency, language);
  return offer === undefined
    ? { title: invites, description: words.howTo }
    : { title: `${invites}: ${offer}`, description: words.get(tenantName, offer) };
}

const meta = (key: 'name' | 'property', name: string, content: string): string =>
  `<meta ${key}="${name}" content="${escapeHtml(content)}">`;

/** Returns the head tags from which messengers and social networks build a preview. */
export function shareTags(link: SharedLink, language: Language): string {
  const { title, description } = textsOf(link, language);
  return [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    meta('name', 'theme-color', link.brandColor),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', link.tenantName),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', link.url),
    meta('property', 'og:locale', LOCALES[language]),
    meta('property', 'og:image', link.imageUrl),
    meta('property', 'og:image:width', '1200'),
    meta('property', 'og:image:height', '630'),
    meta('name', 'twitter:card', 'summary_large_image'),
  ].join('\n');
}

/** Returns the head tags for an unknown tenant. They repeat nothing from the link. */
export const unknownTenantTags = (language: Language): string =>
  `<title>${SHARE_TEXTS[language].enroll}</title>\n${meta('name', 'robots', 'noindex')}`;
