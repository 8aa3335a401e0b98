import type { Messages } from '../i18n/message.js';

/** Texts of the overview page. */
export const overviewMessages = {
  lead: { en: 'How your referral program is doing.', es: 'Cómo va tu programa de referidos.' },
  period: { en: 'Period', es: 'Periodo' },
  '30-days': { en: '30 days', es: '30 días' },
  '90-days': { en: '90 days', es: '90 días' },
  '12-months': { en: '12 months', es: '12 meses' },
  shown: { en: 'Figures since {day}', es: 'Cifras desde el {day}' },
  topReferrers: { en: 'Top referrers', es: 'Quienes más recomiendan' },
  noReferrers: {
    en: 'Nobody referred a new customer in this period.',
    es: 'Nadie ha recomendado a un cliente nuevo en este periodo.',
  },
  referrals: {
    en: { one: '{count} referral', other: '{count} referrals' },
    es: { one: '{count} referido', other: '{count} referidos' },
  },
  confirmed: {
    en: { one: '{count} confirmed', other: '{count} confirmed' },
    es: { one: '{count} confirmado', other: '{count} confirmados' },
  },
} as const satisfies Messages;

/** Texts of the funnel; the steps have the API's names. */
export const funnelMessages = {
  title: { en: 'From link to reward', es: 'Del enlace a la recompensa' },
  note: {
    en: 'Links and checks are counted every time. The other steps show where the referrals of this period stand today.',
    es: 'Los enlaces y las comprobaciones se cuentan cada vez. Los demás pasos muestran cómo están hoy los referidos de este periodo.',
  },
  link_opened: { en: 'Links opened', es: 'Enlaces abiertos' },
  code_validated: { en: 'Codes checked', es: 'Códigos comprobados' },
  enrolled: { en: 'Enrolled', es: 'Altas' },
  qualified: { en: 'Confirmed', es: 'Confirmados' },
  rewarded: { en: 'Rewarded', es: 'Recompensados' },
} as const satisfies Messages;

export const funnelShareMessages = {
  link_opened: { en: '', es: '' },
  code_validated: { en: '{percent} of links opened', es: '{percent} de los enlaces' },
  enrolled: { en: '{percent} of codes checked', es: '{percent} de los códigos' },
  qualified: { en: '{percent} of enrolled', es: '{percent} de las altas' },
  rewarded: { en: '{percent} of confirmed', es: '{percent} de los confirmados' },
} as const satisfies Messages;

/** Texts of the chart of referrals over time. */
export const trendMessages = {
  byday: { en: 'Referrals by day', es: 'Referidos por día' },
  byweek: { en: 'Referrals by week', es: 'Referidos por semana' },
  bymonth: { en: 'Referrals by month', es: 'Referidos por mes' },
  day: { en: 'Day', es: 'Día' },
  week: { en: 'Week', es: 'Semana' },
  month: { en: 'Month', es: 'Mes' },
  total: {
    en: { one: '{count} referral in this period', other: '{count} referrals in this period' },
    es: { one: '{count} referido en este periodo', other: '{count} referidos en este periodo' },
  },
  interval: {
    en: {
      one: '{interval}: {count} referral, {qualified} confirmed',
      other: '{interval}: {count} referrals, {qualified} confirmed',
    },
    es: {
      one: '{interval}: {count} referido, confirmados {qualified}',
      other: '{interval}: {count} referidos, confirmados {qualified}',
    },
  },
  referrals: { en: 'Referrals', es: 'Referidos' },
  confirmed: { en: 'Confirmed', es: 'Confirmados' },
  unconfirmed: { en: 'Not confirmed', es: 'Sin confirmar' },
  chart: {
    en: '{title}, as bars. The table below has the same numbers.',
    es: '{title}, en barras. La tabla de abajo tiene los mismos números.',
  },
  table: { en: 'Show as table', es: 'Ver como tabla' },
  none: { en: 'No referrals in this period.', es: 'No hay referidos en este periodo.' },
} as const satisfies Messages;

/** Texts of the promo overlap, by the API's names. */
export const overlapMessages = {
  title: { en: 'Codes used at enrollment', es: 'Códigos usados en las altas' },
  total: {
    en: { one: '{count} enrollment with a code', other: '{count} enrollments with a code' },
    es: { one: '{count} alta con código', other: '{count} altas con código' },
  },
  referral_only: { en: 'Referral code only', es: 'Solo código de referido' },
  both_applied: { en: 'Referral code and promo', es: 'Código de referido y promoción' },
  promo_only: { en: 'Promo only', es: 'Solo promoción' },
  referral_dropped: { en: 'Promo in place of the referral', es: 'Promoción en lugar del referido' },
  droppedHint: {
    en: 'These promos can’t be combined, so the referral code was dropped.',
    es: 'Estas promociones no se combinan, así que se descartó el código de referido.',
  },
  none: {
    en: 'Nobody has enrolled with a code in this period.',
    es: 'Nadie se ha dado de alta con un código en este periodo.',
  },
} as const satisfies Messages;

/** Texts of the liability. */
export const owedMessages = {
  title: { en: 'Outstanding credit', es: 'Crédito pendiente' },
  note: {
    en: 'What your customers can still use today, by age.',
    es: 'Lo que tus clientes aún pueden usar hoy, por antigüedad.',
  },
  grants: {
    en: { one: '{count} grant', other: '{count} grants' },
    es: { one: '{count} abono', other: '{count} abonos' },
  },
  none: { en: 'You owe no credit.', es: 'No debes crédito.' },
  upTo: { en: 'Up to {to} days', es: 'Hasta {to} días' },
  between: { en: '{from} – {to} days', es: '{from} – {to} días' },
  over: { en: 'Over {days} days', es: 'Más de {days} días' },
  discounts: { en: 'Unused discounts', es: 'Descuentos sin usar' },
  noDiscounts: { en: 'No unused discounts.', es: 'No hay descuentos sin usar.' },
  percentages: {
    en: { one: '{count} percentage', other: '{count} percentages' },
    es: { one: '{count} porcentaje', other: '{count} porcentajes' },
  },
  amounts: {
    en: { one: '{count} amount of {sum}', other: '{count} amounts worth {sum}' },
    es: { one: '{count} importe de {sum}', other: '{count} importes por {sum}' },
  },
} as const satisfies Messages;

/** Texts of the first visit. */
export const startMessages = {
  title: { en: 'Your first referral is three steps away', es: 'Tu primer referido está a tres pasos' },
  on: { en: 'Switch the program on', es: 'Activa el programa' },
  onText: {
    en: 'Choose what your customer gets and what the friend gets. You can change it at any time.',
    es: 'Elige qué recibe tu cliente y qué recibe su amigo. Puedes cambiarlo cuando quieras.',
  },
  onLink: { en: 'Open Settings > Referrals', es: 'Abrir Ajustes > Referidos' },
  isOn: { en: 'The program is on', es: 'El programa está activado' },
  isOnText: {
    en: 'New enrollments with a code count from now on.',
    es: 'Las altas con un código ya cuentan.',
  },
  done: { en: 'Done', es: 'Hecho' },
  share: { en: 'Share the portal', es: 'Comparte el portal' },
  shareText: {
    en: 'In their portal your customers find their own code and link, ready to send to friends. Tell them about it.',
    es: 'En su portal, tus clientes encuentran su código y su enlace, listos para enviar a sus amigos. Cuéntaselo.',
  },
  shareLink: { en: 'See your customers', es: 'Ver tus clientes' },
  watch: { en: 'Watch it here', es: 'Síguelo aquí' },
  watchText: {
    en: 'Links opened, new customers and rewards appear on this page automatically.',
    es: 'Los enlaces abiertos, los clientes nuevos y las recompensas aparecen solos en esta página.',
  },
  watchLink: { en: 'Open the list of referrals', es: 'Abrir la lista de referidos' },
} as const satisfies Messages;
