import type { Messages } from '../i18n/message.js';

/** Texts of the customer import. */
export const customerImportMessages = {
  title: { en: 'Import customers', es: 'Importar clientes' },
  lead: {
    en: 'Import your customers from a spreadsheet. You can import the same file again: nobody is added twice.',
    es: 'Importa a tus clientes desde una hoja de cálculo. Puedes importar el mismo archivo otra vez: nadie se añade dos veces.',
  },
  back: { en: 'All customers', es: 'Todos los clientes' },
  drop: { en: 'Drop your CSV file here', es: 'Suelta aquí tu archivo CSV' },
  or: { en: 'or', es: 'o' },
  choose: { en: 'Choose a file', es: 'Elegir archivo' },
  hint: {
    en: 'In Excel or Google Sheets: save or download as CSV.',
    es: 'En Excel o Google Sheets: guarda o descarga como CSV.',
  },
  columns: { en: 'What the file needs', es: 'Qué necesita el archivo' },
  columnsLead: {
    en: 'The first row names the columns, in any order. Other columns are ignored.',
    es: 'La primera fila nombra las columnas, en cualquier orden. Las demás columnas se ignoran.',
  },
  needed: { en: 'required', es: 'obligatoria' },
  optional: { en: 'optional', es: 'opcional' },
  nameHelp: { en: 'The full name', es: 'El nombre completo' },
  emailHelp: {
    en: 'One customer per address; identifies existing customers',
    es: 'Un cliente por dirección; identifica a los que ya existen',
  },
  phoneHelp: { en: 'In any format', es: 'En cualquier formato' },
  idHelp: {
    en: 'Your own customer number, if you have one',
    es: 'Tu propio número de cliente, si lo tienes',
  },
  example: { en: 'Download an example', es: 'Descargar un ejemplo' },
  exampleFile: { en: 'customers-example.csv', es: 'ejemplo-clientes.csv' },
  preview: { en: 'Is this right?', es: '¿Está bien así?' },
  rowsIn: {
    en: { one: '{count} customer in {file}', other: '{count} customers in {file}' },
    es: { one: '{count} cliente en {file}', other: '{count} clientes en {file}' },
  },
  firstRows: { en: 'The first rows of the file', es: 'Las primeras filas del archivo' },
  unused: {
    en: { one: 'This column is ignored: {columns}.', other: 'These columns are ignored: {columns}.' },
    es: { one: 'Esta columna se ignora: {columns}.', other: 'Estas columnas se ignoran: {columns}.' },
  },
  start: {
    en: { one: 'Import {count} customer', other: 'Import {count} customers' },
    es: { one: 'Importar {count} cliente', other: 'Importar {count} clientes' },
  },
  otherFile: { en: 'Choose another file', es: 'Elegir otro archivo' },
  empty: {
    en: 'There are no customers in this file. The first row names the columns, and each row after it is a customer.',
    es: 'No hay clientes en este archivo. La primera fila nombra las columnas; cada fila siguiente es un cliente.',
  },
  brokenQuotes: {
    en: 'Row {row}: a quotation mark is missing. Quoted text needs one before and one after it.',
    es: 'Fila {row}: falta una comilla. Un texto entre comillas necesita una antes y otra después.',
  },
  missingColumn: {
    en: 'The column “{column}” is missing. Add it to the first row, then choose the file again.',
    es: 'Falta la columna «{column}». Añádela en la primera fila y vuelve a elegir el archivo.',
  },
  columnTwice: {
    en: 'The column “{column}” appears twice. Keep one of them, then choose the file again.',
    es: 'La columna «{column}» aparece dos veces. Deja solo una y vuelve a elegir el archivo.',
  },
  unreadable: { en: 'This file can’t be read', es: 'No se puede leer este archivo' },
  running: { en: 'Importing {file}', es: 'Importando {file}' },
  progress: { en: '{done} of {count} rows', es: '{done} de {count} filas' },
  keepOpen: { en: 'Please keep this page open.', es: 'Mantén esta página abierta.' },
  stopped: { en: 'Stopped at row {done} of {count}', es: 'Detenido en la fila {done} de {count}' },
  stoppedAdvice: {
    en: 'The rows imported so far are kept. Continue whenever you like.',
    es: 'Lo ya importado se conserva. Continúa cuando quieras.',
  },
  interruptedAdvice: {
    en: 'The rows imported so far are kept. Continue to resume where it stopped.',
    es: 'Lo ya importado se conserva. Continúa para seguir donde se detuvo.',
  },
  goOn: { en: 'Continue', es: 'Continuar' },
  done: { en: 'Import finished', es: 'Importación terminada' },
  nothingNew: {
    en: 'Everyone in this file was already up to date. Nothing was changed, and nobody was added twice.',
    es: 'Todas las personas del archivo ya estaban al día. No se cambió nada y nadie se añadió dos veces.',
  },
  created: { en: 'Added', es: 'Añadidos' },
  updated: { en: 'Updated', es: 'Actualizados' },
  unchanged: { en: 'Already up to date', es: 'Ya estaban al día' },
  failed: { en: 'Not imported', es: 'No importados' },
  problems: {
    en: { one: '{count} row to correct', other: '{count} rows to correct' },
    es: { one: '{count} fila por corregir', other: '{count} filas por corregir' },
  },
  problemsAdvice: {
    en: 'Download these rows, correct them and import that file. The other rows are done.',
    es: 'Descarga estas filas, corrígelas e importa ese archivo: las demás ya están.',
  },
  download: { en: 'Download these rows', es: 'Descargar estas filas' },
  problemFile: { en: 'rows-to-correct.csv', es: 'filas-por-corregir.csv' },
  row: { en: 'Row', es: 'Fila' },
  firstProblems: {
    en: 'The first {count} are shown; the download has them all.',
    es: 'Se muestran los primeros {count}; la descarga los tiene todos.',
  },
  toCustomers: { en: 'See the customers', es: 'Ver los clientes' },
  another: { en: 'Import another file', es: 'Importar otro archivo' },
} as const satisfies Messages;
