import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';

/**
 * A table to be saved, sent as it comes: no more is made than the reader takes. When the reader leaves, `lines` is ended;
 * when `lines` fails, the connection breaks off, so that a part never passes for the whole.
 * @param name of the file, in letters, digits, dashes and dots
 */
export const csvFile = (name: string, lines: AsyncIterable<string>): StreamableFile =>
  new StreamableFile(Readable.from(lines, { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
