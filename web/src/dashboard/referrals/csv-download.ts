/** A file that is being downloaded. */
interface Download {
  readonly body: ReadableStream<Uint8Array>;
  /** Called with the number of rows received so far, without the header. */
  readonly onRows: (rows: number) => void;
}

const LINE_FEED = 10;

/**
 * Reads a CSV file to its end, and throws when the download breaks off.
 * @returns the file, and its number of rows without the header; our cells contain no line breaks
 */
export async function readCsv({ body, onRows }: Download): Promise<{ file: Blob; rows: number }> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body.getReader();
  let lines = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(new Uint8Array(value));
    for (const byte of value) if (byte === LINE_FEED) lines++;
    onRows(Math.max(0, lines - 1));
  }
  return { file: new Blob(parts, { type: 'text/csv' }), rows: Math.max(0, lines - 1) };
}

/** Reads the file name from `Content-Disposition`. */
export const fileName = (disposition: string | null): string =>
  /filename="([\w.-]+)"/.exec(disposition ?? '')?.[1] ?? 'referrals.csv';
