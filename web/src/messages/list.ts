import type { Messages } from '../i18n/message.js';

/** What every list says. */
export const listMessages = {
  pages: { en: 'Pages of the list', es: 'Páginas de la lista' },
  page: { en: 'Page {number}', es: 'Página {number}' },
  shown: {
    en: { one: 'Page {number}: {count} entry', other: 'Page {number}: {count} entries' },
    es: { one: 'Página {number}: {count} entrada', other: 'Página {number}: {count} entradas' },
  },
} as const satisfies Messages;
