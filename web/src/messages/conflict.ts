import type { Messages } from '../i18n/message.js';

/** Texts for a save that was refused because somebody else has saved meanwhile. */
export const conflictMessages = {
  title: { en: 'Somebody else changed it meanwhile', es: 'Alguien lo ha cambiado mientras tanto' },
  notSaved: {
    en: 'Your changes were not saved. Compare, and decide which of the two counts.',
    es: 'Tus cambios no se han guardado. Compara y decide cuál de los dos vale.',
  },
  differences: { en: 'Differences', es: 'Diferencias' },
  field: { en: 'Setting', es: 'Ajuste' },
  theirs: { en: 'Theirs', es: 'Lo suyo' },
  yours: { en: 'Yours', es: 'Lo tuyo' },
  loadTheirs: { en: 'Load theirs', es: 'Cargar lo suyo' },
  saveMine: { en: 'Save mine anyway', es: 'Guardar lo mío igualmente' },
  loaded: { en: 'This is what they saved.', es: 'Esto es lo que han guardado.' },
} as const satisfies Messages;
