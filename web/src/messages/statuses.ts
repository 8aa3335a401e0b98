import type { Messages } from '../i18n/message.js';

/** The status of a referral, by the API's names. */
export const referralStatusMessages = {
  pending: { en: 'Waiting', es: 'En espera' },
  qualified: { en: 'Confirmed', es: 'Confirmado' },
  applied: { en: 'Rewards applied', es: 'Recompensas aplicadas' },
  unrewarded: { en: 'No reward', es: 'Sin recompensa' },
  rejected: { en: 'Voided', es: 'Anulado' },
  reversed: { en: 'Taken back', es: 'Revertido' },
} as const satisfies Messages;

/** The status of a reward. Credit is applied once it is granted, a discount once an invoice has used it. */
export const rewardStatusMessages = {
  pending: { en: 'Not yet ready', es: 'Aún no disponible' },
  available: { en: 'Ready to use', es: 'Lista para usar' },
  applied: { en: 'Used', es: 'Usada' },
  applied_credit: { en: 'On the account', es: 'En la cuenta' },
  voided: { en: 'Voided', es: 'Anulada' },
  reversed: { en: 'Taken back', es: 'Retirada' },
  expired: { en: 'Expired unused', es: 'Caducó sin usarse' },
} as const satisfies Messages;
