import type { Messages } from '../i18n/message.js';

/** The text of `<referral-portal>` itself; the others are in its frame. */
export const embedMessages = {
  frameTitle: { en: 'Your referrals', es: 'Tus referidos' },
} as const satisfies Messages;
