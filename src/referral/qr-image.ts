import qrcode from 'qrcode';
import { bitmapPng } from './bitmap-png.js';

export const QR_FORMATS = ['svg', 'png'] as const;
export type QrFormat = (typeof QR_FORMATS)[number];

export const QR_MEDIA_TYPES: Readonly<Record<QrFormat, string>> = { svg: 'image/svg+xml', png: 'image/png' };

/** Readable with a sixth of it dirty or torn (M). */
const LEVEL = { errorCorrectionLevel: 'M' } as const;
/** Modules around it that stay white, as many as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;
/** Pixels of a module: a link of usual length comes to some 1,000, which is 8 cm at 300 dots an inch. */
const SCALE = 25;

/** A text as a QR code, black on white: a drawing, which has no size of its own, or pixels. */
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
