import type { Messages } from '../i18n/message.js';

/** Texts of more than one page. */
export const commonMessages = {
  loading: { en: 'Loading …', es: 'Cargando …' },
  tryAgain: { en: 'Try again', es: 'Reintentar' },
  failed: { en: 'That didn’t work', es: 'No ha funcionado' },
  offline: {
    en: 'The service could not be reached. Check your connection and try again.',
    es: 'No se pudo contactar con el servicio. Comprueba tu conexión y vuelve a intentarlo.',
  },
  tooMany: {
    en: 'Too many requests. Please wait a moment.',
    es: 'Demasiadas solicitudes. Espera un momento.',
  },
  serverError: {
    en: 'Something went wrong on our side. Please try again in a moment.',
    es: 'Algo falló de nuestro lado. Vuelve a intentarlo en un momento.',
  },
  notAllowed: { en: 'You don’t have permission to do this.', es: 'No tienes permiso para hacer esto.' },
  requestId: { en: 'Request {id}', es: 'Solicitud {id}' },
  save: { en: 'Save changes', es: 'Guardar cambios' },
  cancel: { en: 'Cancel', es: 'Cancelar' },
  close: { en: 'Close', es: 'Cerrar' },
  previous: { en: 'Previous', es: 'Anterior' },
  next: { en: 'Next', es: 'Siguiente' },
  search: { en: 'Search', es: 'Buscar' },
  language: { en: 'Language', es: 'Idioma' },
  theme: { en: 'Light or dark', es: 'Claro u oscuro' },
  skipToContent: { en: 'Skip to content', es: 'Saltar al contenido' },
  credit: { en: '{amount} credit', es: '{amount} de crédito' },
  fixedDiscount: { en: '{amount} off', es: '{amount} de descuento' },
  percentDiscount: { en: '{percent} off', es: '{percent} de descuento' },
  nothing: { en: 'nothing', es: 'nada' },
} as const satisfies Messages;
