import type { Messages } from '../i18n/message.js';

export const sessionMessages = {
  expired: { en: 'You have been signed out', es: 'Tu sesión ha terminado' },
  expiredAdvice: {
    en: 'For your safety the link you came with works for a while only. Open this page again from where you came.',
    es: 'Por tu seguridad, el enlace con el que llegaste solo vale un tiempo. Vuelve a abrir esta página desde donde llegaste.',
  },
  noSession: { en: 'Please come in by your link', es: 'Entra con tu enlace' },
  noSessionAdvice: {
    en: 'This page opens from the place where you manage your account.',
    es: 'Esta página se abre desde el lugar donde gestionas tu cuenta.',
  },
  wrongLink: { en: 'This link is for another page', es: 'Este enlace es para otra página' },
  wrongLinkAdvice: {
    en: 'The link you followed does not open this page. Please ask where you got it for the right one.',
    es: 'El enlace que seguiste no abre esta página. Pide el correcto a quien te lo dio.',
  },
  otherSession: { en: 'This link is for another account', es: 'Este enlace es de otra cuenta' },
  otherSessionAdvice: {
    en: 'You are signed in here already. Stay, unless you want to change accounts.',
    es: 'Ya has entrado aquí. Quédate, si no quieres cambiar de cuenta.',
  },
  stay: { en: 'Stay signed in', es: 'Quedarme' },
  leave: { en: 'Change accounts', es: 'Cambiar de cuenta' },
  back: { en: 'Back to {host}', es: 'Volver a {host}' },
} as const satisfies Messages;
