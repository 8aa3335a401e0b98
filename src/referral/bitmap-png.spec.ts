import fc from 'fast-check';
import { PNG } from 'pngjs';
import { bitmapPng } from './bitmap-png.js';

describe('bitmapPng', () => {
  it('is decoded by a library as the same cells, each of the requested size', async () => {
    const square = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
    );
    await fc.assert(
      fc.asyncProperty(square, fc.integer({ min: 1, max: 9 }), async (cells, scale) => {
        const { width, height, data } = PNG.sync.read(await bitmapPng(cells, scale));
        expect([width, height]).toEqual([cells.length * scale, cells.length * scale]);
        const isBlack = (x: number, y: number): boolean => data[(y * width + x) * 4] === 0;
        const wrong = Array.from({ length: width * height }, (_, n) => [n % width, Math.floor(n / width)])
          .map(([x = 0, y = 0]) => isBlack(x, y) === cells[Math.floor(y / scale)]?.[Math.floor(x / scale)])
          .filter((right) => !right);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
