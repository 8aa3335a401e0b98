import type { Messages } from '../i18n/message.js';

/** Problems of a form field or a file's cell. */
export const fieldMessages = {
  needed: { en: 'Please fill this in.', es: 'Rellena este campo.' },
  oneLine: {
    en: 'Please write this on one short line, without invisible characters.',
    es: 'Escríbelo en una sola línea corta, sin caracteres invisibles.',
  },
  email: {
    en: 'This is not an e-mail address. It looks like name@example.com.',
    es: 'Esto no es una dirección de correo. Tiene la forma nombre@example.com.',
  },
  id: {
    en: 'Use up to 64 letters, digits, dashes or underscores.',
    es: 'Usa hasta 64 letras, cifras, guiones o guiones bajos.',
  },
  number: { en: 'Please enter a number.', es: 'Escribe un número.' },
  wholeNumber: { en: 'Please enter a whole number.', es: 'Escribe un número entero.' },
  tooSmall: { en: 'This number is too small.', es: 'Este número es demasiado pequeño.' },
  tooLarge: { en: 'This number is too large.', es: 'Este número es demasiado grande.' },
  amount: {
    en: 'Please enter 0 or more, with no more decimals than the currency has (two for a percentage).',
    es: 'Escribe 0 o más, sin más decimales que los de la moneda (dos en un porcentaje).',
  },
  above100: { en: 'No more than 100%.', es: 'Como mucho, 100 %.' },
  moment: { en: 'Please choose a day and a time.', es: 'Elige un día y una hora.' },
  promoCode: {
    en: 'Use 1 to 64 letters, digits, dashes or underscores.',
    es: 'Usa de 1 a 64 letras, cifras, guiones o guiones bajos.',
  },
  emptyWindow: { en: 'The end must come after the start.', es: 'El final debe ser posterior al inicio.' },
  duplicateRow: {
    en: 'The same customer as in row {row}.',
    es: 'El mismo cliente que en la fila {row}.',
  },
  emailTaken: {
    en: 'Another customer has this e-mail address.',
    es: 'Otro cliente tiene esta dirección de correo.',
  },
  customerErased: {
    en: 'This customer was erased and can’t be changed.',
    es: 'Este cliente se eliminó y no se puede cambiar.',
  },
  promoCodeTaken: { en: 'Another promo has this code.', es: 'Otra promoción tiene este código.' },
  limitBelowCount: {
    en: 'It has already been used more often than that.',
    es: 'Ya se ha usado más veces.',
  },
  tooManyCells: {
    en: 'More cells than columns. Text with a separator in it needs quotes around it.',
    es: 'Hay más celdas que columnas. Un texto que contiene el separador debe ir entre comillas.',
  },
} as const satisfies Messages;
