import qrcode from 'qrcode';
import { bitmapPng } from './bitmap-png.js';

export const QR_FORMATS = ['svg', 'png'] as const;
export type QrFormat = (typeof QR_FORMATS)[number];

export const QR_MEDIA_TYPES: Readonly<Record<QrFormat, string>> = { svg: 'image/svg+xml', png: 'image/png' };

/** Level M: readable when about 15% of it is damaged. */
const LEVEL = { errorCorrectionLevel: 'M' } as const;
/** White modules on each side, as ISO/IEC 18004 requires. */
const QUIET_ZONE = 4;
/** Pixels per module. A link of usual length is about 1,000 pixels wide, which is 8 cm at 300 dpi. */
const SCALE = 25;

/** Draws a text as a QR code, black on white: as an SVG without a fixed size, or as a PNG. */
export function qrImage(text: string, format: QrFormat): Promise<string | Buffer> {
  switch (format) {
    case 'svg':
      return qrcode.toString(text, { ...LEVEL, margin: QUIET_ZONE, type: 'svg' });
    case 'png':
      return bitmapPng(cellsOf(text), SCALE);
  }
}

function cellsOf(text: string): boolean[][] {
  const { modules } = qrcode.create(text, LEVEL);
  const dark = (row: number, column: number): boolean =>
    Math.min(row, column) >= 0 && Math.max(row, column) < modules.size && modules.get(row, column) === 1;
  const size = modules.size + 2 * QUIET_ZONE;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => dark(row - QUIET_ZONE, column - QUIET_ZONE)),
  );
}
