import { csvOf } from '../../ui/save-file.js';

/** A file as it comes. */
interface Download {
  readonly body: ReadableStream<Uint8Array>;
  /** Is told how many rows have come, the header not counted, whenever more have. */
  readonly onRows: (rows: number) => void;
}

const LINE_FEED = 10;

/**
 * Reads a table to its end. Only whole files are given: when it breaks off, this fails.
 * @returns the file, and its rows without the header; no cell of ours holds a line break
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
  return { file: csvOf(...parts), rows: Math.max(0, lines - 1) };
}

/** The name that the service gave the file. */
export const fileName = (disposition: string | null): string =>
  /filename="([\w.-]+)"/.exec(disposition ?? '')?.[1] ?? 'referrals.csv';
