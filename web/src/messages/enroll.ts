import type { Messages } from '../i18n/message.js';

/** Texts of the enrollment page. */
export const enrollMessages = {
  // the header
  title: { en: 'Enroll with {tenant}', es: 'Inscríbete en {tenant}' },
  subtitle: {
    en: 'It takes less than a minute.',
    es: 'Tardas menos de un minuto.',
  },
  invitesYouTo: { en: '{name} invites you to {tenant}', es: '{name} te invita a {tenant}' },
  youAreInvitedTo: { en: 'You are invited to {tenant}', es: 'Te invitan a {tenant}' },
  youGet: { en: 'As a new customer you get {value}.', es: 'Al inscribirte recibes {value}.' },
  youGetPromo: { en: 'With your promo you get {promo}.', es: 'Con tu promoción recibes {promo}.' },
  youGetInstead: {
    en: 'With your promo you get {promo}, in place of {invitation}.',
    es: 'Con tu promoción recibes {promo}, en lugar de {invitation}.',
  },

  // when a reward can be used, by the API's names
  from: { en: '{what}, available from {day}', es: '{what}, disponible a partir del {day}' },
  after_approval: { en: '{what}, available after approval', es: '{what}, disponible tras la aprobación' },
  after_first_invoice: {
    en: '{what}, available after your first invoice',
    es: '{what}, disponible después de tu primera factura',
  },

  // which invoice brings the reward, if it must come to an amount
  onMinimum: {
    en: '{what}, on your first invoice of {minimum} or more',
    es: '{what}, en tu primera factura de {minimum} o más',
  },
  afterMinimum: {
    en: '{what}, available after your first invoice of {minimum} or more',
    es: '{what}, disponible después de tu primera factura de {minimum} o más',
  },

  // the form
  name: { en: 'Name', es: 'Nombre' },
  email: { en: 'E-mail', es: 'Correo electrónico' },
  phone: { en: 'Phone (optional)', es: 'Teléfono (opcional)' },
  referralCode: { en: 'Referral code (optional)', es: 'Código de invitación (opcional)' },
  promoCode: { en: 'Promo code (optional)', es: 'Código promocional (opcional)' },
  referralHint: { en: '8 letters and digits, from a friend', es: '8 letras y números, de quien te invita' },
  promoHint: { en: 'From a flyer or an advertisement', es: 'De un folleto o un anuncio' },
  enroll: { en: 'Enroll', es: 'Inscribirme' },
  privacy: {
    en: '{tenant} receives your details. The person who invited you sees your first name and an initial.',
    es: '{tenant} recibe tus datos. Quien te invitó ve tu nombre y la inicial de tu apellido.',
  },

  // the check of a code
  checking: { en: 'Checking the code …', es: 'Comprobando el código …' },
  invites: { en: '{name} invites you: {value}', es: '{name} te invita: {value}' },
  invited: { en: 'You are invited: {value}', es: 'Te invitan: {value}' },
  invitesForNothing: { en: '{name} invites you', es: '{name} te invita' },
  invitedForNothing: { en: 'You are invited', es: 'Te invitan' },
  unknownCode: {
    en: 'We don’t know this code. You can enroll without it.',
    es: 'No conocemos este código. Puedes inscribirte sin él.',
  },
  unchecked: {
    en: 'We could not check this code. You can still enroll: we will check it then.',
    es: 'No hemos podido comprobar este código. Puedes inscribirte igualmente: se comprobará entonces.',
  },
  uncheckedTooMany: {
    en: 'Too many codes were checked just now. Please wait a moment. You can still enroll.',
    es: 'Se han comprobado demasiados códigos. Espera un momento. Puedes inscribirte igualmente.',
  },

  // both codes
  combined: { en: 'Both apply', es: 'Se aplican los dos' },
  onExample: { en: 'On a bill of {amount}, for example', es: 'En una factura de {amount}, por ejemplo' },
  bill: { en: 'Bill', es: 'Factura' },
  promoLine: { en: 'Promo, {value}', es: 'Promoción, {value}' },
  invitationLine: { en: 'Invitation, {value}', es: 'Invitación, {value}' },
  youPay: { en: 'You pay', es: 'Pagas' },
  notYet: { en: 'Not on this bill yet: {what}.', es: 'Aún no en esta factura: {what}.' },
  belowMinimum: {
    en: 'Not on this bill: {what} after the promo.',
    es: 'No en esta factura: {what} después de la promoción.',
  },
  promoApplies: { en: 'Your promo applies', es: 'Se aplica tu promoción' },
  combinedUnpriced: {
    en: 'The promo and the invitation both apply.',
    es: 'La promoción y la invitación se aplican las dos.',
  },
  notCombinable: {
    en: 'This promo can’t be combined with an invitation',
    es: 'Esta promoción no se puede combinar con una invitación',
  },
  notCombinableWill: {
    en: 'If you enroll like this, the promo applies and the invitation is dropped.',
    es: 'Si te inscribes así, se aplica la promoción y la invitación se descarta.',
  },
  notCombinableCounts: {
    en: 'If you enroll like this, only the promo lowers your bill. The invitation still counts for the person who sent it.',
    es: 'Si te inscribes así, solo la promoción baja tu factura. La invitación sigue contando para quien te la envió.',
  },
  withPromo: { en: 'With the promo', es: 'Con la promoción' },
  withInvitation: { en: 'With the invitation', es: 'Con la invitación' },
  asItIs: { en: 'As it is now', es: 'Como está ahora' },
  instead: { en: 'Without the promo', es: 'Sin la promoción' },
  dropPromo: { en: 'Drop the promo, keep the invitation', es: 'Quitar la promoción y usar la invitación' },

  // problems of a field
  wrongName: {
    en: 'Please enter your name, in at most 200 characters.',
    es: 'Escribe tu nombre, en 200 caracteres como máximo.',
  },
  wrongEmail: {
    en: 'Please enter a complete e-mail address, such as ana@example.com.',
    es: 'Escribe una dirección de correo completa, como ana@example.com.',
  },
  wrongPhone: {
    en: 'Please enter one phone number, in at most 40 characters.',
    es: 'Escribe un solo número de teléfono, de 40 caracteres como máximo.',
  },
  knownEmail: {
    en: 'You are already a customer of {tenant} with this e-mail address. There is nothing more to do.',
    es: 'Ya eres cliente de {tenant} con este correo. No tienes que hacer nada más.',
  },
  underWay: {
    en: 'Your enrollment is still being processed. Please try again in a moment.',
    es: 'Tu inscripción todavía se está procesando. Vuelve a intentarlo en un momento.',
  },
  typedStays: {
    en: 'Your entries are still here. If you try again, you are enrolled only once.',
    es: 'Lo que escribiste sigue aquí. Si lo intentas de nuevo, te inscribirás una sola vez.',
  },

  // the result
  enrolled: { en: 'You are enrolled, {name}', es: 'Tu inscripción está hecha, {name}' },
  whatYouGet: { en: 'What you get', es: 'Lo que recibes' },
  yourInvitation: { en: 'Your invitation', es: 'Tu invitación' },
  whatWasNotUsed: { en: 'What was not used', es: 'Lo que no se ha usado' },
  whatNext: { en: 'What happens next', es: 'Qué pasa ahora' },
  byPromo: { en: '{value} with the promo {code}', es: '{value} con la promoción {code}' },
  byInvitation: { en: '{value} from {name}’s invitation', es: '{value} por la invitación de {name}' },
  byHiddenInvitation: { en: '{value} from your invitation', es: '{value} por tu invitación' },
  noted: {
    en: 'The invitation counts for {name}.',
    es: 'La invitación cuenta para {name}.',
  },
  notedHidden: {
    en: 'The invitation counts for the person who sent it.',
    es: 'La invitación cuenta para quien te la envió.',
  },
  noRewardNow: {
    en: 'There is no reward for new customers at the moment.',
    es: 'Ahora mismo no hay recompensa para clientes nuevos.',
  },
  dropped: {
    en: '{name}’s invitation: it can’t be combined with the promo {code}.',
    es: 'La invitación de {name}: no se puede combinar con la promoción {code}.',
  },
  droppedHidden: {
    en: 'Your invitation: it can’t be combined with the promo {code}.',
    es: 'Tu invitación: no se puede combinar con la promoción {code}.',
  },
  replaced: {
    en: 'The invitation’s discount: it can’t be combined with the promo {code}.',
    es: 'El descuento de la invitación: no se puede combinar con la promoción {code}.',
  },
  unknownReferral: {
    en: 'Referral code {code}: we don’t know this code.',
    es: 'Código de invitación {code}: no lo conocemos.',
  },
  notEligible: {
    en: 'Referral code {code}: it can’t be used for this enrollment.',
    es: 'Código de invitación {code}: no se puede usar en esta inscripción.',
  },
  unknownPromo: {
    en: 'Promo code {code}: we don’t know this code.',
    es: 'Código promocional {code}: no lo conocemos.',
  },
  expiredPromo: { en: 'Promo {code}: it has ended.', es: 'Promoción {code}: ya ha terminado.' },
  usedUpPromo: {
    en: 'Promo {code}: it has been used up.',
    es: 'Promoción {code}: ya se ha agotado.',
  },
  nextContact: {
    en: '{tenant} has your details and will contact you at {email}.',
    es: '{tenant} tiene tus datos y te contactará en {email}.',
  },
  nextBill: {
    en: 'It comes off your bill automatically. There is no code to keep.',
    es: 'Se descuenta automáticamente de tu factura. No tienes que guardar ningún código.',
  },
  nextBillLater: {
    en: 'Each discount comes off your bill automatically, once it is available. There is no code to keep.',
    es: 'Cada descuento se aplica automáticamente a tu factura en cuanto está disponible. No tienes que guardar ningún código.',
  },
  nextBillMinimum: {
    en: 'Each discount comes off automatically, on the first invoice that qualifies for it. There is no code to keep.',
    es: 'Cada descuento se aplica automáticamente en la primera factura que cumple las condiciones. No tienes que guardar ningún código.',
  },

  // no such business
  nowhere: { en: 'This link does not work', es: 'Este enlace no funciona' },
  nowhereAdvice: {
    en: 'It may be old, or a letter is missing. Please ask the person who sent it to you for a new one.',
    es: 'Puede ser antiguo, o le falta una letra. Pide uno nuevo a quien te lo envió.',
  },
} as const satisfies Messages;
