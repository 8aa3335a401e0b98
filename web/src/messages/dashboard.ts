import type { Messages } from '../i18n/message.js';

/** Texts of the dashboard's frame. */
export const dashboardMessages = {
  menu: { en: 'Menu', es: 'Menú' },
  overview: { en: 'Overview', es: 'Resumen' },
  customers: { en: 'Customers', es: 'Clientes' },
  allCustomers: { en: 'All customers', es: 'Todos los clientes' },
  referrals: { en: 'Referrals', es: 'Referidos' },
  promos: { en: 'Promos', es: 'Promociones' },
  settings: { en: 'Settings', es: 'Ajustes' },
  notFound: { en: 'Page not found', es: 'Página no encontrada' },
  notFoundAdvice: {
    en: 'Choose a page from the menu.',
    es: 'Elige una página del menú.',
  },
  pageTitle: { en: '{page} · {tenant}', es: '{page} · {tenant}' },
} as const satisfies Messages;

/** Texts of every list. */
export const listMessages = {
  pages: { en: 'Pages of the list', es: 'Páginas de la lista' },
  page: { en: 'Page {number}', es: 'Página {number}' },
  shown: {
    en: { one: 'Page {number}: {count} entry', other: 'Page {number}: {count} entries' },
    es: { one: 'Página {number}: {count} entrada', other: 'Página {number}: {count} entradas' },
  },
} as const satisfies Messages;
