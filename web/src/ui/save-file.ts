/** Without it some spreadsheets take UTF-8 for something else: `MarÃ­a`. */
const BYTE_ORDER_MARK = '\ufeff';
/** Long enough for a browser to have taken the file. */
const TAKEN_AFTER_MS = 60_000;

/** A table for a spreadsheet. */
export const csvOf = (...parts: BlobPart[]): Blob =>
  new Blob([BYTE_ORDER_MARK, ...parts], { type: 'text/csv' });

/** Lets the browser keep a file under a name. */
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
