const UTF_16_LITTLE_ENDIAN = [0xff, 0xfe];

/**
 * The text of a file, as spreadsheets write them: UTF-8, or what Excel calls "Unicode text"; else it is the old encoding of
 * Windows, in which every byte means something.
 */
export function decoded(bytes: Uint8Array): string {
  if (UTF_16_LITTLE_ENDIAN.every((byte, index) => bytes[index] === byte)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
