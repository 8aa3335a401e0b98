/** Long enough for a browser to have taken the file. */
const TAKEN_AFTER_MS = 60_000;

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
