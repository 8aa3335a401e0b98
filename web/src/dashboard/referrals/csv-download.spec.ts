import { fileName, readCsv } from './csv-download.js';

/** Streams a table in arbitrary pieces. */
const inPieces = (...pieces: string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (stream) => {
      for (const piece of pieces) stream.enqueue(new TextEncoder().encode(piece));
      stream.close();
    },
  });

describe('a table that is downloaded', () => {
  it('is complete, and its rows are counted while they arrive', async () => {
    const told: number[] = [];
    const { file, rows } = await readCsv({
      body: inPieces('id,na', 'me\r\n1,Ana\r', '\n2,José\r\n'),
      onRows: (count) => told.push(count),
    });
    expect(await file.text()).toBe('id,name\r\n1,Ana\r\n2,José\r\n');
    expect(rows).toBe(2);
    expect(told).toEqual([0, 0, 2]);
  });

  it('fails when the download breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        stream.error(new TypeError('network error'));
      },
    });
    await expect(readCsv({ body, onRows: () => undefined })).rejects.toThrow('network error');
  });

  it('has the name from the service', () => {
    expect(fileName('attachment; filename="referrals-2026-05-01.csv"')).toBe('referrals-2026-05-01.csv');
    expect(fileName(null)).toBe('referrals.csv');
    expect(fileName('attachment; filename="../../etc"')).toBe('referrals.csv');
  });
});
