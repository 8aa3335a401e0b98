// Draws web/public/share.png, the preview image of shared links: two overlapping circles on a soft background, without
// text, so that it suits every language. Run once; the image is committed.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [1200, 630];
const GROUND = [
  [11, 110, 84],
  [7, 66, 74],
]; // from the upper left corner to the lower right one
const CIRCLES = [
  { x: 490, y: 315, radius: 170, color: [255, 255, 255], opacity: 0.92 },
  { x: 710, y: 315, radius: 170, color: [255, 199, 95], opacity: 0.92 },
];

const mix = (from, to, share) => from.map((value, index) => value + (to[index] - value) * share);

/** Returns the part of a pixel that a circle covers. Its edge is a pixel wide. */
const cover = ({ x, y, radius }, column, row) =>
  Math.min(1, Math.max(0, radius - Math.hypot(column - x, row - y) + 0.5));

function colorAt(column, row) {
  const ground = mix(...GROUND, (column / WIDTH + row / HEIGHT) / 2);
  return CIRCLES.reduce(
    (below, circle) => mix(below, circle.color, cover(circle, column, row) * circle.opacity),
    ground,
  );
}

const rows = Array.from({ length: HEIGHT }, (_, row) => [
  0, // no filter
  ...Array.from({ length: WIDTH }, (_, column) => colorAt(column, row).map(Math.round)).flat(),
]);

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]); // 8 bits of red, green and blue
header.writeUInt32BE(WIDTH, 0);
header.writeUInt32BE(HEIGHT, 4);
writeFileSync(
  'web/public/share.png',
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
