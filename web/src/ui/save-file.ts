/** Without it, some spreadsheets misread UTF-8: `MarÃ­a`. */
const BYTE_ORDER_MARK = '\ufeff';
/** Long enough for the browser to save the file. */
const TAKEN_AFTER_MS = 60_000;

/** Creates a CSV file for a spreadsheet. */
export const csvOf = (...parts: BlobPart[]): Blob =>
  new Blob([BYTE_ORDER_MARK, ...parts], { type: 'text/csv' });

/** Saves a file by the browser's download. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, TAKEN_AFTER_MS);
}
