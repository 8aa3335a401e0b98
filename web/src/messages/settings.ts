import type { Messages } from '../i18n/message.js';

/** Texts of Settings > Referrals: the switch, the rewards and saving. */
export const settingsMessages = {
  title: { en: 'Referral program', es: 'Programa de referidos' },
  lead: {
    en: 'What your customers get for bringing friends, and what the friends get.',
    es: 'Lo que reciben tus clientes por traer amigos, y lo que reciben los amigos.',
  },
  firstVisit: {
    en: 'Three steps and your customers can start',
    es: 'Tres pasos y tus clientes pueden empezar',
  },
  firstVisitSteps: {
    en: 'Switch the program on, choose what both sides get, save. It starts at once, and you can change it or switch it off at any time.',
    es: 'Activa el programa, elige lo que recibe cada parte y guarda. Empieza al momento, y puedes cambiarlo o desactivarlo cuando quieras.',
  },

  on: { en: 'On', es: 'Activado' },
  off: { en: 'Off', es: 'Desactivado' },
  onMeans: {
    en: 'Your customers share their code. When a friend enrolls with it, both earn rewards.',
    es: 'Tus clientes comparten su código. Cuando un amigo se inscribe con él, ambos ganan recompensas.',
  },
  offMeans: {
    en: 'Referral codes are not accepted. Rewards already earned stay as they are.',
    es: 'Los códigos de referido no se aceptan. Las recompensas ya ganadas se conservan.',
  },

  rewards: { en: 'Rewards', es: 'Recompensas' },
  presets: { en: 'Start with', es: 'Empieza con' },
  giveGetPreset: { en: 'Give {value}, get {value}', es: 'Da un {value}, recibe un {value}' },
  creditPreset: {
    en: 'Refer a friend, get {value} credit',
    es: 'Trae a un amigo y recibe {value} de crédito',
  },
  referrerReward: { en: 'Your customer gets', es: 'Tu cliente recibe' },
  refereeReward: { en: 'The friend gets', es: 'El amigo recibe' },
  kind: { en: 'Kind of reward', es: 'Tipo de recompensa' },
  percentOff: { en: '% off', es: '% dto.' },
  amountOff: { en: '{symbol} off', es: '{symbol} dto.' },
  credit: { en: 'Credit', es: 'Crédito' },
  percentMeans: {
    en: 'A percentage off one invoice.',
    es: 'Un porcentaje de descuento en una factura.',
  },
  amountMeans: {
    en: 'A fixed amount off one invoice.',
    es: 'Un importe fijo de descuento en una factura.',
  },
  creditMeans: {
    en: 'Credit on account, used for the next invoices.',
    es: 'Queda a su favor y se gasta en las próximas facturas.',
  },
  percent: { en: 'Percent', es: 'Porcentaje' },
  amount: { en: 'Amount', es: 'Importe' },
  sentence: {
    en: 'Your customer gets {referrer}, the friend gets {referee}.',
    es: 'Tu cliente recibe {referrer} y el amigo, {referee}.',
  },
  sentenceUnreadable: {
    en: 'Enter both rewards to see them here in one sentence.',
    es: 'Escribe las dos recompensas para verlas aquí en una frase.',
  },

  unsaved: { en: 'Unsaved changes', es: 'Cambios sin guardar' },
  discard: { en: 'Discard', es: 'Descartar' },
  saved: { en: 'Saved', es: 'Guardado' },
  savedOn: {
    en: 'The program is on with these terms.',
    es: 'El programa está activo con estas condiciones.',
  },
  savedOff: { en: 'The program is off.', es: 'El programa está desactivado.' },
  fieldsWrong: {
    en: { one: 'One field needs another look.', other: '{count} fields need another look.' },
    es: { one: 'Revisa un campo.', other: 'Revisa {count} campos.' },
  },
  notSaved: {
    en: 'Nothing was saved. What you typed is still here.',
    es: 'No se guardó nada. Lo que escribiste sigue aquí.',
  },
  leave: { en: 'Leave without saving?', es: '¿Salir sin guardar?' },
  leaveMeans: {
    en: 'Your changes on this page would be lost.',
    es: 'Se perderían tus cambios en esta página.',
  },
  stay: { en: 'Stay here', es: 'Quedarme aquí' },
  leaveAnyway: { en: 'Leave without saving', es: 'Salir sin guardar' },

  noNumber: { en: 'Enter a number, such as {example}.', es: 'Escribe un número, como {example}.' },
  atMost: { en: 'At most {most}.', es: 'Como máximo, {most}.' },
  atLeast: { en: 'At least {least}.', es: 'Como mínimo, {least}.' },
  wholeNumber: { en: 'A whole number, without decimals.', es: 'Un número entero, sin decimales.' },
  decimals: {
    en: 'At most {count} decimals, and not less than zero.',
    es: 'Como máximo {count} decimales, y no menos de cero.',
  },

  color: { en: 'Color of your pages', es: 'Color de tus páginas' },
  colorMeans: {
    en: 'For the pages that your customers and their friends see. We choose shades that are easy to read.',
    es: 'Para las páginas que ven tus clientes y sus amigos. Elegimos tonos fáciles de leer.',
  },
  colorField: { en: 'Color', es: 'Color' },
  colorPicker: { en: 'Pick a color', es: 'Elige un color' },
  colorWrong: { en: 'Enter six digits, such as #1f7a4d.', es: 'Escribe seis dígitos, como #1f7a4d.' },
  colorPreview: { en: 'How it looks', es: 'Así se ve' },
  colorSample: { en: 'Share', es: 'Compartir' },
  colorSave: { en: 'Save color', es: 'Guardar color' },
  colorSaved: { en: 'Your pages now use the new color.', es: 'Tus páginas ya usan el nuevo color.' },
} as const satisfies Messages;

/** Texts of the warning about scripts. */
export const exposureMessages = {
  amount: {
    en: 'A script could earn up to {amount} an hour',
    es: 'Un programa automático podría ganar hasta {amount} por hora',
  },
  friends: {
    en: 'A script could bring up to {count} made-up friends an hour',
    es: 'Un programa automático podría traer hasta {count} amigos inventados por hora',
  },
  endless: {
    en: 'A script could earn without limit',
    es: 'Un programa automático podría ganar sin límite',
  },
  means: {
    en: 'It enrolls friends who don’t exist. Each earns your customer {referrer} and the friend {referee}, and nobody checks first.',
    es: 'Inscribe a amigos que no existen. Cada uno da a tu cliente {referrer} y al amigo {referee}, y nadie lo revisa antes.',
  },
  wait: {
    en: {
      one: 'Rewards wait for {count} day before they can be used.',
      other: 'Rewards wait for {count} days before they can be used.',
    },
    es: {
      one: 'Las recompensas esperan {count} día antes de poder usarse.',
      other: 'Las recompensas esperan {count} días antes de poder usarse.',
    },
  },
  advice: {
    en: 'Hold suspicious referrals until you have looked at them. A limit, a budget, or counting referrals with the first invoice helps too.',
    es: 'Retén los referidos sospechosos hasta revisarlos. También ayuda un límite, un presupuesto o contar los referidos con la primera factura.',
  },
  hold: { en: 'Hold suspicious referrals', es: 'Retener los sospechosos' },
  held: {
    en: 'Suspicious referrals now wait until you decide, under Customers > Referrals.',
    es: 'Los referidos sospechosos esperan ahora tu decisión, en Clientes > Referidos.',
  },
} as const satisfies Messages;

/** Texts about the use of the month's budget. */
export const budgetMessages = {
  title: { en: 'Budget this month', es: 'Presupuesto de este mes' },
  left: { en: '{amount} left', es: 'Quedan {amount}' },
  used: { en: '{used} of {limit} used', es: '{used} de {limit} gastados' },
  usedUp: {
    en: 'It is used up: credit and fixed amounts are withheld until {day}.',
    es: 'Está agotado: no se dan créditos ni importes fijos hasta el {day}.',
  },
} as const satisfies Messages;
