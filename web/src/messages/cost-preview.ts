import type { Messages } from '../i18n/message.js';

/** Texts of the cost preview. */
export const costMessages = {
  title: { en: 'What it would have cost', es: 'Lo que habría costado' },
  lead: {
    en: 'Your referrals from {from} to {to}, once more under these terms. Nothing is saved by looking.',
    es: 'Tus referidos del {from} al {to}, otra vez con estas condiciones. Mirar no guarda nada.',
  },
  none: { en: 'No referrals in the last 90 days', es: 'Ningún referido en los últimos 90 días' },
  noneMeans: {
    en: 'Once there are some, you see here what other rewards would have cost, before you save them.',
    es: 'Cuando los haya, verás aquí lo que habrían costado otras recompensas, antes de guardarlas.',
  },
  unreadable: {
    en: 'Mend the marked fields, then the figures follow.',
    es: 'Corrige los campos marcados y verás las cifras.',
  },
  more: { en: '{amount} more', es: '{amount} más' },
  less: { en: '{amount} less', es: '{amount} menos' },
  same: { en: 'No difference', es: 'Sin diferencia' },
  thanSaved: { en: 'than under the saved terms', es: 'que con las condiciones guardadas' },
  asSaved: { en: 'to the saved terms', es: 'con las condiciones guardadas' },
  affected: {
    en: {
      one: '{affected} of {count} referral would earn something else.',
      other: '{affected} of {count} referrals would earn something else.',
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
  unknown: { en: 'What nobody knows', es: 'Lo que nadie sabe' },
  unpriced: {
    en: {
      one: '{side}: {count} percentage ({average} on average) has no invoice yet. What it will cost is not in these figures.',
      other:
        '{side}: {count} percentages ({average} on average) have no invoice yet. What they will cost is not in these figures.',
    },
    es: {
      one: '{side}: {count} porcentaje ({average} de media) aún no tiene factura. Lo que costará no está en estas cifras.',
      other:
        '{side}: {count} porcentajes ({average} de media) aún no tienen factura. Lo que costarán no está en estas cifras.',
    },
  },
  waiting: {
    en: '{amount} more waits for referrals that do not count yet.',
    es: '{amount} más esperan a referidos que aún no cuentan.',
  },
  limited: {
    en: {
      one: '{count} reward falls away by your limits.',
      other: '{count} rewards fall away by your limits.',
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
    en: 'Switched off, the program gives nothing.',
    es: 'Desactivado, el programa no da nada.',
  },
  behaviour: {
    en: 'With other rewards more friends might have come, or fewer.',
    es: 'Con otras recompensas podrían haber venido más amigos, o menos.',
  },
} as const satisfies Messages;
