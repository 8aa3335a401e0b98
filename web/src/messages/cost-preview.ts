import type { Messages } from '../i18n/message.js';

/** Texts of the cost preview. */
export const costMessages = {
  title: { en: 'What it would have cost', es: 'Lo que habría costado' },
  lead: {
    en: 'Your referrals from {from} to {to}, calculated with these terms. Nothing is saved yet.',
    es: 'Tus referidos del {from} al {to}, calculados con estas condiciones. Aún no se guarda nada.',
  },
  none: { en: 'No referrals in the last 90 days', es: 'Ningún referido en los últimos 90 días' },
  noneMeans: {
    en: 'Once there are some, you can see here what other rewards would have cost, before you save them.',
    es: 'Cuando los haya, verás aquí lo que habrían costado otras recompensas, antes de guardarlas.',
  },
  unreadable: {
    en: 'Correct the marked fields to see the figures.',
    es: 'Corrige los campos marcados para ver las cifras.',
  },
  more: { en: '{amount} more', es: '{amount} más' },
  less: { en: '{amount} less', es: '{amount} menos' },
  same: { en: 'No difference', es: 'Sin diferencia' },
  thanSaved: { en: 'than under the saved terms', es: 'que con las condiciones guardadas' },
  asSaved: { en: 'to the saved terms', es: 'con las condiciones guardadas' },
  affected: {
    en: {
      one: '{affected} of {count} referral would earn something different.',
      other: '{affected} of {count} referrals would earn something different.',
    },
    es: {
      one: '{affected} de {count} referido ganaría otra cosa.',
      other: '{affected} de {count} referidos ganarían otra cosa.',
    },
  },
  table: { en: 'Cost of both sides', es: 'Coste de ambas partes' },
  side: { en: 'Side', es: 'Parte' },
  saved: { en: 'Saved', es: 'Guardado' },
  typed: { en: 'New', es: 'Nuevo' },
  difference: { en: 'Difference', es: 'Diferencia' },
  referrers: { en: 'Customers', es: 'Clientes' },
  referees: { en: 'Friends', es: 'Amigos' },
  total: { en: 'Total', es: 'Total' },
  unknown: { en: 'What the figures leave out', es: 'Lo que las cifras no incluyen' },
  unpriced: {
    en: {
      one: '{side}: {count} percentage ({average} on average) has no invoice yet. Its cost is not in these figures.',
      other:
        '{side}: {count} percentages ({average} on average) have no invoice yet. Their cost is not in these figures.',
    },
    es: {
      one: '{side}: {count} porcentaje ({average} de media) aún no tiene factura. Su coste no está en estas cifras.',
      other:
        '{side}: {count} porcentajes ({average} de media) aún no tienen factura. Su coste no está en estas cifras.',
    },
  },
  waiting: {
    en: '{amount} more is waiting for referrals that do not count yet.',
    es: '{amount} más esperan a referidos que aún no cuentan.',
  },
  limited: {
    en: {
      one: '{count} reward is withheld by your limits.',
      other: '{count} rewards are withheld by your limits.',
    },
    es: {
      one: '{count} recompensa no se da por tus límites.',
      other: '{count} recompensas no se dan por tus límites.',
    },
  },
  dropped: {
    en: {
      one: '{count} enrollment lost its referral to a promo and is left out.',
      other: '{count} enrollments lost their referral to a promo and are left out.',
    },
    es: {
      one: '{count} inscripción perdió su referido por una promoción y no se incluye.',
      other: '{count} inscripciones perdieron su referido por una promoción y no se incluyen.',
    },
  },
  off: {
    en: 'While it is off, the program gives nothing.',
    es: 'Mientras está desactivado, el programa no da nada.',
  },
  behavior: {
    en: 'With other rewards, more or fewer friends might have come.',
    es: 'Con otras recompensas podrían haber venido más o menos amigos.',
  },
} as const satisfies Messages;
