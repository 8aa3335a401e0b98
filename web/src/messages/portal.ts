import type { Messages } from '../i18n/message.js';

/** Texts of the customer portal. */
export const portalMessages = {
  pageTitle: { en: 'Invite friends · {tenant}', es: 'Invita a tus amigos · {tenant}' },

  invite: { en: 'Invite your friends', es: 'Invita a tus amigos' },
  bothGet: {
    en: 'They get {friend}. You get {mine} for every friend who enrolls.',
    es: 'Ellos reciben {friend}. Tú recibes {mine} por cada amigo que se dé de alta.',
  },
  friendGets: { en: 'They get {friend} when they enroll.', es: 'Reciben {friend} al darse de alta.' },
  youGet: {
    en: 'You get {mine} for every friend who enrolls.',
    es: 'Recibes {mine} por cada amigo que se dé de alta.',
  },
  nobodyGets: {
    en: 'Share your link with the people you would like to invite.',
    es: 'Comparte tu enlace con quien quieras invitar.',
  },

  noRewards: {
    en: 'There are no new rewards at the moment.',
    es: 'Ahora mismo no hay nuevas recompensas.',
  },
  noRewardForYou: {
    en: 'There is no new reward for you at the moment.',
    es: 'Ahora mismo no hay nuevas recompensas para ti.',
  },
  noRewardForFriends: {
    en: 'There is no reward for your friends at the moment.',
    es: 'Ahora mismo no hay recompensa para tus amigos.',
  },
  rewardsFrom: {
    en: 'For a friend who enrolls today, rewards are ready on {day}.',
    es: 'Si un amigo se da de alta hoy, las recompensas estarán listas el {day}.',
  },
  rewardsAfterApproval: {
    en: 'Rewards are ready after approval.',
    es: 'Las recompensas están listas tras la aprobación.',
  },
  yoursAfterInvoice: {
    en: 'Your reward is ready after your friend’s first invoice.',
    es: 'Tu recompensa está lista tras la primera factura de tu amigo.',
  },
  theirsAfterInvoice: {
    en: 'Their reward is ready after their first invoice.',
    es: 'Su recompensa está lista tras su primera factura.',
  },
  // the invoice that brings the rewards must come to an amount
  theirsOnMinimum: {
    en: 'Their reward is for their first invoice of {minimum} or more.',
    es: 'Su recompensa es para su primera factura de {minimum} o más.',
  },
  theirsAfterMinimum: {
    en: 'Their reward is ready after their first invoice of {minimum} or more.',
    es: 'Su recompensa está lista tras su primera factura de {minimum} o más.',
  },
  yoursAfterMinimum: {
    en: 'Your reward is ready after your friend’s first invoice of {minimum} or more.',
    es: 'Tu recompensa está lista tras la primera factura de tu amigo de {minimum} o más.',
  },
  yoursToo: {
    en: 'Your reward is ready after that invoice.',
    es: 'Tu recompensa está lista tras esa factura.',
  },
  leftThisMonth: {
    en: 'Rewards left this month: {left} of {max}.',
    es: 'Recompensas que te quedan este mes: {left} de {max}.',
  },
  leftThisYear: {
    en: 'Rewards left this year: {left} of {max}.',
    es: 'Recompensas que te quedan este año: {left} de {max}.',
  },
  leftEver: { en: 'Rewards left: {left} of {max}.', es: 'Recompensas que te quedan: {left} de {max}.' },
  limitReached: {
    en: {
      one: 'You have reached the limit of {count} reward.',
      other: 'You have reached the limit of {count} rewards.',
    },
    es: {
      one: 'Has alcanzado el límite de {count} recompensa.',
      other: 'Has alcanzado el límite de {count} recompensas.',
    },
  },
  earnAgain: {
    en: 'You can earn again from {day}.',
    es: 'Podrás volver a ganar a partir del {day}.',
  },

  yourCode: { en: 'Your code', es: 'Tu código' },
  yourLink: { en: 'Your link', es: 'Tu enlace' },
  copyCode: { en: 'Copy code', es: 'Copiar código' },
  copyLink: { en: 'Copy link', es: 'Copiar enlace' },
  copied: { en: 'Copied', es: 'Copiado' },
  codeCopied: { en: 'Code copied', es: 'Código copiado' },
  linkCopied: { en: 'Link copied', es: 'Enlace copiado' },
  copyInvitation: { en: 'Copy invitation', es: 'Copiar invitación' },
  invitationCopied: { en: 'Invitation copied', es: 'Invitación copiada' },
  copyByHand: {
    en: 'Your browser blocked copying. The text is selected, so you can copy it yourself.',
    es: 'Tu navegador no permitió copiar. El texto está seleccionado: puedes copiarlo tú.',
  },

  share: { en: 'Share', es: 'Compartir' },
  shareBy: { en: 'Send it by', es: 'Enviar por' },
  whatsapp: { en: 'WhatsApp', es: 'WhatsApp' },
  sms: { en: 'Text message', es: 'SMS' },
  email: { en: 'E-mail', es: 'Correo' },
  shareSubject: { en: 'An invitation to {tenant}', es: 'Una invitación a {tenant}' },
  shareText: {
    en: 'I’m a customer of {tenant}. Enroll with my link and you get {reward}: {link}',
    es: 'Soy cliente de {tenant}. Date de alta con mi enlace y recibirás {reward}: {link}',
  },
  shareTextMinimum: {
    en: 'I’m a customer of {tenant}. Enroll with my link and you get {reward} with your first invoice of {minimum} or more: {link}',
    es: 'Soy cliente de {tenant}. Date de alta con mi enlace y recibirás {reward} con tu primera factura de {minimum} o más: {link}',
  },
  shareTextPlain: {
    en: 'I’m a customer of {tenant}. Enroll with my link: {link}',
    es: 'Soy cliente de {tenant}. Date de alta con mi enlace: {link}',
  },

  qr: { en: 'Show the QR code', es: 'Muestra el código QR' },
  qrAdvice: {
    en: 'Your friend points a phone camera at it to open your link.',
    es: 'Tu amigo lo enfoca con la cámara del móvil y se abre tu enlace.',
  },
  qrAlt: { en: 'QR code of your link', es: 'Código QR de tu enlace' },
  downloadPng: { en: 'Picture (PNG)', es: 'Imagen (PNG)' },
  downloadSvg: { en: 'For print (SVG)', es: 'Para imprimir (SVG)' },

  rewards: { en: 'Your rewards', es: 'Tus recompensas' },
  youHave: { en: 'You have {amount} credit', es: 'Tienes {amount} de crédito' },
  creditAdvice: {
    en: 'It comes off your next invoice automatically.',
    es: 'Se descuenta automáticamente de tu próxima factura.',
  },
  noCredit: { en: 'No credit right now', es: 'Ahora mismo no tienes crédito' },
  nobodyYet: { en: 'Nobody has enrolled yet', es: 'Aún no se ha dado de alta nadie' },
  friendsEnrolled: {
    en: { one: '{count} friend has enrolled', other: '{count} friends have enrolled' },
    es: { one: '{count} amigo se ha dado de alta', other: '{count} amigos se han dado de alta' },
  },
  lotExpires: {
    en: '{amount} of it can be used until {day}.',
    es: 'Puedes usar {amount} hasta el {day}.',
  },
  arrives: {
    en: '{name}’s reward arrives on {day}: {reward}.',
    es: 'La recompensa por {name} llega el {day}: {reward}.',
  },
  arrivesLater: {
    en: '{name} has enrolled. Once that is confirmed, you get {reward}.',
    es: '{name} se ha dado de alta. Cuando se confirme, recibirás {reward}.',
  },
  nextInvoice: {
    en: {
      one: '{reward} your next invoice, thanks to {name}.',
      other: '{reward} each of your next {count} invoices.',
    },
    es: {
      one: '{reward} en tu próxima factura, gracias a {name}.',
      other: '{reward} en cada una de tus próximas {count} facturas.',
    },
  },

  referrals: { en: 'Your referrals', es: 'Tus referidos' },
  enrolledOn: { en: 'Enrolled on {day}', es: 'Alta el {day}' },
  rewardComes: { en: 'Waiting for confirmation', es: 'A la espera de confirmación' },
  rewardArrives: { en: 'Arrives on {day}', es: 'Llega el {day}' },
  rewardReady: { en: 'Ready for your next invoice', es: 'Lista para tu próxima factura' },
  rewardUsed: { en: 'Used on {day}', es: 'Usada el {day}' },
  rewardAdded: { en: 'Added on {day}', es: 'Abonada el {day}' },
  rewardVoided: { en: 'Taken back', es: 'Retirada' },
  rewardExpired: { en: 'Expired', es: 'Caducada' },
  noReward: { en: 'No reward', es: 'Sin recompensa' },
  // why there is none, by the API's names
  budget_reached: {
    en: 'No reward: none were left that month',
    es: 'Sin recompensa: ese mes ya no quedaban',
  },
  limit_reached: {
    en: 'No reward: you had reached your limit',
    es: 'Sin recompensa: habías alcanzado tu límite',
  },
  referralRejected: { en: 'Not confirmed', es: 'No confirmado' },
  showMore: { en: 'Show more', es: 'Mostrar más' },

  firstSteps: { en: 'How it works', es: 'Cómo funciona' },
  stepShare: { en: 'You share your link with a friend.', es: 'Compartes tu enlace con un amigo.' },
  stepEnroll: { en: 'Your friend enrolls with it.', es: 'Tu amigo se da de alta con él.' },
  stepEarn: { en: 'You both get your reward.', es: 'Cada uno recibe su recompensa.' },
  stepEarnFriend: { en: 'Your friend gets the reward.', es: 'Tu amigo recibe la recompensa.' },
  stepEarnYou: { en: 'You get your reward.', es: 'Recibes tu recompensa.' },
  stepWelcome: { en: 'You can follow it here.', es: 'Puedes seguirlo aquí.' },

  statement: { en: 'Credit statement', es: 'Movimientos de crédito' },
  grant: { en: 'Credit added', es: 'Crédito añadido' },
  capture: { en: 'Used on invoice {invoice}', es: 'Usado en la factura {invoice}' },
  captureUnnamed: { en: 'Used on an invoice', es: 'Usado en una factura' },
  restore: { en: 'Returned', es: 'Devuelto' },
  expire: { en: 'Expired', es: 'Caducado' },
  reverse: { en: 'Reward taken back', es: 'Recompensa retirada' },
  adjust: { en: 'Correction', es: 'Corrección' },
  balanceAfter: { en: 'Balance {amount}', es: 'Saldo {amount}' },

  paused: { en: 'Referrals are paused', es: 'Los referidos están en pausa' },
  pausedAdvice: {
    en: '{tenant} is not accepting new referrals at the moment. You keep your code and every reward you have earned.',
    es: '{tenant} no acepta nuevos referidos por ahora. Conservas tu código y cada recompensa que has ganado.',
  },

  pausedCode: {
    en: 'It works again as soon as referrals are back.',
    es: 'Volverá a funcionar en cuanto vuelvan los referidos.',
  },

  goOn: { en: 'Continue', es: 'Continuar' },
  embedExpiredAdvice: {
    en: 'For your security, this part of the page closes after some time.',
    es: 'Por tu seguridad, esta parte de la página se cierra al cabo de un tiempo.',
  },
} as const satisfies Messages;
