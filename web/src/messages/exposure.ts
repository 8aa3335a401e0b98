import type { Messages } from '../i18n/message.js';

/** What a script could earn, and what to do about it. */
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
    en: 'It enrolls friends who don’t exist: each of them brings your customer {referrer} and the friend {referee}, and nobody looks first.',
    es: 'Inscribe a amigos que no existen: cada uno da a tu cliente {referrer} y al amigo {referee}, y nadie lo revisa antes.',
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
