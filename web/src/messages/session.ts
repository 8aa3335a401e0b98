import type { Messages } from '../i18n/message.js';

export const sessionMessages = {
  expired: { en: 'You have been signed out', es: 'Tu sesión ha terminado' },
  expiredAdvice: {
    en: 'For your security, your link works only for a limited time. Go back to where you found it, and open the page again.',
    es: 'Por tu seguridad, tu enlace solo funciona durante un tiempo. Vuelve a abrir esta página desde donde llegaste.',
  },
  noSession: { en: 'Open this page from your link', es: 'Abre esta página desde tu enlace' },
  noSessionAdvice: {
    en: 'You can open it from where you manage your account.',
    es: 'Puedes abrirla desde donde gestionas tu cuenta.',
  },
  wrongLink: { en: 'This link is for another page', es: 'Este enlace es para otra página' },
  wrongLinkAdvice: {
    en: 'The link you followed doesn’t open this page. Please ask for the right one where you got this one.',
    es: 'El enlace que seguiste no abre esta página. Pide el correcto a quien te lo dio.',
  },
  otherSession: { en: 'This link is for another account', es: 'Este enlace es de otra cuenta' },
  otherSessionAdvice: {
    en: 'You are already signed in. Stay signed in unless you want to switch accounts.',
    es: 'Ya has iniciado sesión. Mantenla si no quieres cambiar de cuenta.',
  },
  stay: { en: 'Stay signed in', es: 'Mantener la sesión' },
  leave: { en: 'Switch accounts', es: 'Cambiar de cuenta' },
  back: { en: 'Back to {host}', es: 'Volver a {host}' },
} as const satisfies Messages;
