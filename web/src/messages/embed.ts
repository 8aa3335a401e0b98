import type { Messages } from '../i18n/message.js';

/** What the element in somebody else's page says itself; the rest is said in its frame. */
export const embedMessages = {
  frameTitle: { en: 'Your referrals', es: 'Tus referidos' },
} as const satisfies Messages;
