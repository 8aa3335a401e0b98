import type { Messages } from '../i18n/message.js';

/** Texts of the settings besides the rewards, also used in the history. */
export const termsMessages = {
  more: { en: 'More settings', es: 'Más ajustes' },
  moreMeans: {
    en: 'When a referral counts, refunds, waiting time, limits, budget, names',
    es: 'Cuándo cuenta un referido, reembolsos, espera, límites, presupuesto, nombres',
  },

  qualifyOn: { en: 'A referral counts', es: 'Un referido cuenta' },
  qualifyOnMeans: {
    en: 'From then on both rewards are earned.',
    es: 'Desde entonces se ganan las dos recompensas.',
  },
  enrollment: { en: 'as soon as the friend enrolls', es: 'en cuanto el amigo se inscribe' },
  first_invoice: { en: "with the friend's first invoice", es: 'con la primera factura del amigo' },
  manual: { en: 'when you approve it', es: 'cuando tú lo apruebas' },

  minInvoice: { en: 'Smallest invoice that counts', es: 'Factura mínima que cuenta' },
  minInvoiceMeans: {
    en: 'For the first invoice of the friend, after discounts. Empty: any amount.',
    es: 'Para la primera factura del amigo, tras los descuentos. Vacío: cualquier importe.',
  },
  noMinimum: { en: 'no minimum', es: 'sin mínimo' },
  onRefund: { en: 'When the friend’s invoice is refunded', es: 'Si se reembolsa la factura del amigo' },
  onRefundMeans: {
    en: 'For the invoice with which the referral counted.',
    es: 'Vale para la factura con la que contó el referido.',
  },
  reverse: { en: 'rewards are taken back', es: 'se retiran las recompensas' },
  keep: { en: 'rewards stay', es: 'se conservan las recompensas' },

  holdDays: { en: 'Waiting time', es: 'Tiempo de espera' },
  holdDaysMeans: {
    en: 'Before a reward can be used, in case of a cancellation. 0: no wait.',
    es: 'Antes de poder usar una recompensa, por si alguien cancela. 0: sin espera.',
  },
  expiry: { en: 'Time to use a reward', es: 'Plazo de uso' },
  expiryMeans: {
    en: 'After that, a reward expires. Empty: never.',
    es: 'Después, la recompensa caduca. Vacío: nunca.',
  },
  daysUnit: { en: 'days', es: 'días' },
  cap: { en: 'Rewards for one customer', es: 'Recompensas por cliente' },
  capMeans: {
    en: 'The most that one customer can earn by referring. Empty: no limit.',
    es: 'Lo máximo que un cliente puede ganar por referir. Vacío: sin límite.',
  },
  capPeriod: { en: 'Counted', es: 'Se cuentan' },
  capPeriodMeans: {
    en: 'Calendar months and years, UTC.',
    es: 'Meses y años naturales, UTC.',
  },
  month: { en: 'each month', es: 'cada mes' },
  year: { en: 'each year', es: 'cada año' },
  ever: { en: 'over all time', es: 'en total' },
  budget: { en: 'Monthly budget', es: 'Presupuesto mensual' },
  budgetMeans: {
    en: 'For credit and fixed amounts of both sides. Once it is used up, there are no more that month. Empty: no limit.',
    es: 'Para crédito e importes fijos de ambas partes. Cuando se agota, no hay más ese mes. Vacío: sin límite.',
  },
  keepAttribution: {
    en: 'Keep the referral when a promo wins',
    es: 'Conservar el referido si gana una promoción',
  },
  keepAttributionMeans: {
    en: 'A promo that can’t be combined replaces the friend’s reward; your customer keeps theirs.',
    es: 'Una promoción no combinable sustituye la recompensa del amigo; tu cliente conserva la suya.',
  },
  names: { en: 'Name shown to friends', es: 'Nombre que ven los amigos' },
  namesMeans: {
    en: 'Your customer’s name, when a friend opens the link.',
    es: 'El nombre de tu cliente, cuando un amigo abre el enlace.',
  },
  full: { en: 'John Doe', es: 'Ana García' },
  first_initial: { en: 'John D.', es: 'Ana G.' },
  first: { en: 'John', es: 'Ana' },
  hidden: { en: 'no name', es: 'ningún nombre' },

  program: { en: 'Program', es: 'Programa' },
  referrerReward: { en: "Your customer's reward", es: 'Recompensa de tu cliente' },
  refereeReward: { en: "The friend's reward", es: 'Recompensa del amigo' },
  on: { en: 'on', es: 'activado' },
  off: { en: 'off', es: 'desactivado' },
  yes: { en: 'yes', es: 'sí' },
  no: { en: 'no', es: 'no' },
  days: {
    en: { one: '{count} day', other: '{count} days' },
    es: { one: '{count} día', other: '{count} días' },
  },
  never: { en: 'never', es: 'sin fin' },
  noWait: { en: 'none', es: 'ninguno' },
  noLimit: { en: 'no limit', es: 'sin límite' },
  capWords: { en: '{count} {period}', es: '{count} {period}' },

  history: { en: 'History', es: 'Historial' },
  historyMeans: {
    en: 'Every saved version. A referral keeps the terms it was made under.',
    es: 'Cada versión guardada. Un referido conserva las condiciones con las que se creó.',
  },
  historyEmpty: {
    en: 'Nothing has been saved yet. Each save will appear here: who, when and what changed.',
    es: 'Aún no se ha guardado nada. Cada cambio aparecerá aquí: quién, cuándo y qué cambió.',
  },
  version: { en: 'Version {version}', es: 'Versión {version}' },
  current: { en: 'Current', es: 'Actual' },
  whoAndWhen: { en: '{when} by {who}', es: '{when}, por {who}' },
  change: { en: '{what}: {from} → {to}', es: '{what}: {from} → {to}' },
  unchanged: { en: 'Saved without changes.', es: 'Guardado sin cambios.' },
  showMore: { en: 'Show more', es: 'Mostrar más' },
} as const satisfies Messages;
