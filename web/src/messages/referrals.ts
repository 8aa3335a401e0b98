import type { Messages } from '../i18n/message.js';

/** Texts of the referral list. */
export const referralsMessages = {
  lead: {
    en: 'Who referred whom, and what happened to the rewards.',
    es: 'Quién recomendó a quién y qué pasó con las recompensas.',
  },
  referrer: { en: 'Referrer', es: 'Quien recomienda' },
  referee: { en: 'New customer', es: 'Cliente nuevo' },
  reward: { en: 'Their reward', es: 'Su recompensa' },
  noReward: { en: 'No reward', es: 'Sin recompensa' },
  date: { en: 'Date', es: 'Fecha' },
  status: { en: 'Status', es: 'Estado' },
  searchHint: { en: 'Name or e-mail of either side', es: 'Nombre o correo de uno u otro' },
  anyStatus: { en: 'Any status', es: 'Cualquier estado' },
  from: { en: 'From', es: 'Desde' },
  to: { en: 'To', es: 'Hasta' },
  order: { en: 'Order', es: 'Orden' },
  newestFirst: { en: 'Newest first', es: 'Más recientes primero' },
  oldestFirst: { en: 'Oldest first', es: 'Más antiguos primero' },
  filters: { en: 'Filters', es: 'Filtros' },
  filtersSet: { en: 'Filters ({count})', es: 'Filtros ({count})' },
  clear: { en: 'Clear all filters', es: 'Quitar todos los filtros' },
  onlyOf: { en: 'Only referrals by {name}', es: 'Solo los referidos de {name}' },
  oneReferrer: { en: 'one customer', es: 'un cliente' },
  everyone: { en: 'Show all', es: 'Mostrar todos' },
  none: { en: 'No referrals yet', es: 'Todavía no hay referidos' },
  noneAdvice: {
    en: 'Once the program is on, your customers find their code and link in their portal. Every friend who enrolls with it appears here.',
    es: 'Con el programa activado, tus clientes encuentran su código y su enlace en su portal. Aquí aparece cada amigo que se da de alta con ellos.',
  },
  openSettings: { en: 'Set up the program', es: 'Configurar el programa' },
  nothingFound: { en: 'No referrals match', es: 'Ningún referido coincide' },
  nothingFoundAdvice: {
    en: 'Try another name, another status or a longer period.',
    es: 'Prueba con otro nombre, otro estado o un periodo más largo.',
  },
  openReferral: { en: '{referee}, referred by {referrer}', es: '{referee}, por recomendación de {referrer}' },
} as const satisfies Messages;

/** Texts of the export. */
export const exportMessages = {
  export: { en: 'Export CSV', es: 'Exportar CSV' },
  rows: {
    en: { one: '{count} row …', other: '{count} rows …' },
    es: { one: '{count} fila …', other: '{count} filas …' },
  },
  cancel: { en: 'Cancel the export', es: 'Cancelar la exportación' },
  done: {
    en: { one: 'Exported {count} referral.', other: 'Exported {count} referrals.' },
    es: { one: 'Se exportó {count} referido.', other: 'Se exportaron {count} referidos.' },
  },
} as const satisfies Messages;

/** Texts of a referral's details. */
export const referralMessages = {
  title: { en: 'Referral', es: 'Referido' },
  code: { en: 'Code', es: 'Código' },
  history: { en: 'What happened', es: 'Qué ha pasado' },
  allOf: { en: 'All referrals by {name}', es: 'Todos los referidos de {name}' },
  readyOn: { en: 'Can be used from {day}', es: 'Se puede usar desde el {day}' },
  usedOn: { en: 'Used on {day}', es: 'Usada el {day}' },
  creditedOn: { en: 'Since {day}', es: 'Desde el {day}' },
  expiresOn: { en: 'Can be used until {day}', es: 'Se puede usar hasta el {day}' },
  shortfall: {
    en: '{amount} had been used before it was taken back',
    es: 'Se habían usado {amount} antes de retirarla',
  },
  pending: {
    en: 'It does not count yet. It is waiting for your program’s condition, or for your approval.',
    es: 'Aún no cuenta. Espera a que se cumpla la condición de tu programa, o a tu aprobación.',
  },
  qualified: {
    en: 'It counts. At least one reward has not been used yet.',
    es: 'Cuenta. Al menos una recompensa está aún sin usar.',
  },
  applied: { en: 'Every reward has been applied.', es: 'Todas las recompensas se han aplicado.' },
  unrewarded: {
    en: 'It counts, but no reward comes of it.',
    es: 'Cuenta, pero no da lugar a ninguna recompensa.',
  },
  rejected: {
    en: 'It does not count, and nobody was rewarded for it.',
    es: 'No cuenta, y nadie recibió recompensa por él.',
  },
  reversed: {
    en: 'It no longer counts. What was left of its rewards has been taken back.',
    es: 'Ya no cuenta. Se retiró lo que quedaba de sus recompensas.',
  },
  notFound: { en: 'Referral not found', es: 'Referido no encontrado' },
  notFoundAdvice: {
    en: 'The link may be old, or from another account.',
    es: 'El enlace puede ser antiguo o de otra cuenta.',
  },
} as const satisfies Messages;

/** The reasons that a side has no reward, by the API's names. */
export const withheldMessages = {
  budget_reached: { en: 'Budget used up', es: 'Presupuesto agotado' },
  limit_reached: { en: 'Limit per customer reached', es: 'Límite por cliente alcanzado' },
  promo_not_combinable: { en: 'Replaced by the promo', es: 'Sustituida por la promoción' },
} as const satisfies Messages;

/** Texts of an admin's decisions. */
export const decisionMessages = {
  approve: { en: 'Approve', es: 'Aprobar' },
  approveTitle: { en: 'Approve this referral?', es: '¿Aprobar este referido?' },
  approveAdvice: {
    en: 'It counts from now on, and both sides get their rewards.',
    es: 'Cuenta desde ahora y ambos reciben su recompensa.',
  },
  approved: { en: 'The referral was approved.', es: 'Se ha aprobado el referido.' },
  void: { en: 'Void', es: 'Anular' },
  voidTitle: { en: 'Void this referral?', es: '¿Anular este referido?' },
  voidAdvice: {
    en: 'It no longer counts, and what is left of its rewards is taken back from both sides. This can’t be undone.',
    es: 'Deja de contar y se retira a ambos lo que quede de sus recompensas. No se puede deshacer.',
  },
  voided: { en: 'The referral was voided.', es: 'Se ha anulado el referido.' },
  release: { en: 'Release', es: 'Liberar' },
  releaseTitle: { en: 'Release this referral?', es: '¿Liberar este referido?' },
  releaseAdvice: {
    en: 'It continues as if it had not been held, under the terms of your program.',
    es: 'Sigue como si no se hubiera retenido, con las condiciones de tu programa.',
  },
  released: { en: 'The referral was released.', es: 'Se ha liberado el referido.' },
  reject: { en: 'Reject', es: 'Rechazar' },
  rejectTitle: { en: 'Reject this referral?', es: '¿Rechazar este referido?' },
  rejectAdvice: {
    en: 'It does not count, and nobody is rewarded for it. This can’t be undone.',
    es: 'No cuenta y nadie recibe recompensa. No se puede deshacer.',
  },
  rejected: { en: 'The referral was rejected.', es: 'Se ha rechazado el referido.' },
  reason: { en: 'Reason', es: 'Motivo' },
  reasonHint: {
    en: 'It stays in the history of this referral.',
    es: 'Queda en el historial de este referido.',
  },
  reasonMissing: { en: 'Please give a reason.', es: 'Indica un motivo.' },
  overtaken: {
    en: 'This is no longer possible: somebody else decided it, or its status has changed. Close this window to see it.',
    es: 'Ya no es posible: otra persona lo decidió o su estado ha cambiado. Cierra esta ventana para verlo.',
  },
} as const satisfies Messages;

/** Texts of the held referrals; the rules have the API's names. */
export const heldMessages = {
  held: {
    en: {
      one: '{count} referral is waiting for your decision',
      other: '{count} referrals are waiting for your decision',
    },
    es: { one: '{count} referido espera tu decisión', other: '{count} referidos esperan tu decisión' },
  },
  heldMore: {
    en: 'More than {count} referrals are waiting for your decision',
    es: 'Más de {count} referidos esperan tu decisión',
  },
  show: { en: 'Decide', es: 'Decidir' },
  hide: { en: 'Hide', es: 'Ocultar' },
  because: { en: 'Held because of: {reasons}', es: 'Retenido por: {reasons}' },
  same_email: { en: 'the same e-mail address', es: 'el mismo correo' },
  same_phone: { en: 'the same phone number', es: 'el mismo teléfono' },
  disposable_domain: { en: 'a throw-away e-mail address', es: 'un correo desechable' },
  velocity_referrer: {
    en: 'many new customers with one code in a day',
    es: 'muchos clientes nuevos con un código en un día',
  },
  velocity_address: {
    en: 'many enrollments from one internet address',
    es: 'muchas altas desde una misma dirección de internet',
  },
  same_address: { en: 'the same internet address as the referrer', es: 'la misma dirección de internet' },
} as const satisfies Messages;
