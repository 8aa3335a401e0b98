import { decoded } from './decoded.js';

const bytesOf = (text: string, encoding: BufferEncoding): Uint8Array => Buffer.from(text, encoding);

describe('the text of a file', () => {
  it('is read as UTF-8, with and without a byte order mark', () => {
    expect(decoded(bytesOf('Ñandú', 'utf8'))).toBe('Ñandú');
    expect(decoded(bytesOf('\uFEFFÑandú', 'utf8'))).toBe('Ñandú');
  });

  it('is read as Excel writes it, new and old', () => {
    expect(decoded(bytesOf('\uFEFFÑandú', 'utf16le'))).toBe('Ñandú');
    expect(decoded(bytesOf('Ñandú', 'latin1'))).toBe('Ñandú');
  });
});
