import type { ValueType } from '../../tenant/value.js';
import type { AvailableAnswer } from '../../config/offer.dto.js';
import { currencyDecimals, toMajor } from '../../common/money.js';
import { escapeHtml } from './render-page.js';
import type { Language } from '../../common/language.js';

/** The referrer and the reward behind a valid code. */
export interface Invitation {
  /** Null for a referrer whose name is hidden. */
  readonly from: string | null;
  readonly type: ValueType;
  readonly value: number;
  /** Undefined for a reward that can be used at once. */
  readonly available?: AvailableAnswer | undefined;
  readonly minInvoiceCents?: number | undefined;
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
  readonly from: (day: string) => string;
  readonly afterApproval: string;
  readonly afterInvoice: (minimum: string | undefined) => string;
  readonly minimum: (amount: string) => string;
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
    from: (day) => `It can be used from ${day}.`,
    afterApproval: 'It can be used after approval.',
    afterInvoice: (minimum) =>
      `It can be used after the first invoice${minimum === undefined ? '' : ` of ${minimum} or more`}.`,
    minimum: (amount) => `The first invoice must be ${amount} or more.`,
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
    from: (day) => `Se puede usar desde el ${day}.`,
    afterApproval: 'Se puede usar tras la aprobación.',
    afterInvoice: (minimum) =>
      `Se puede usar tras la primera factura${minimum === undefined ? '' : ` de ${minimum} o más`}.`,
    minimum: (amount) => `La primera factura debe ser de ${amount} o más.`,
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
  const text =
    type === 'discount_percent'
      ? new Intl.NumberFormat(language).format(value)
      : amountText(value, currency, language);
  return SHARE_TEXTS[language].offers[type](text);
}

const amountText = (value: number, currency: string, language: Language): string =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(value);

/** Returns the sentence that says when the reward can be used, or undefined for a reward without conditions. */
function conditionOf(
  { available, minInvoiceCents }: Invitation,
  currency: string,
  language: Language,
): string | undefined {
  const words = SHARE_TEXTS[language];
  const minimum =
    minInvoiceCents === undefined
      ? undefined
      : amountText(toMajor(minInvoiceCents, currencyDecimals(currency)), currency, language);
  if (available === 'after_approval') return words.afterApproval;
  if (available === 'after_first_invoice') return words.afterInvoice(minimum);
  if (available !== undefined) {
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    return words.from(day.format(new Date(available.from)));
  }
  return minimum === undefined ? undefined : words.minimum(minimum);
}

function textsOf(
  { tenantName, currency, invitation }: SharedLink,
  language: Language,
): { title: string; description: string } {
  const words = SHARE_TEXTS[language];
  if (invitation === undefined) return { title: words.with(tenantName), description: words.howTo };
  const invites = words.invites(invitation.from, tenantName);
  const offer = offerOf(invitation, currency, language);
  if (offer === undefined) return { title: invites, description: words.howTo };
  const sentences = [words.get(tenantName, offer), conditionOf(invitation, currency, language) ?? []].flat();
  return { title: `${invites}: ${offer}`, description: sentences.join(' ') };
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
