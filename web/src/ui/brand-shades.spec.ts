import fc from 'fast-check';
import { brandShades, luminanceOf } from './brand-shades.js';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe('brandShades', () => {
  it('makes white text readable on the shades that buttons have, whatever the color (WCAG 2.2, 1.4.3)', () => {
    fc.assert(
      fc.property(color, (brand) => {
        const shades = brandShades(brand);
        expect(contrast(shades[7], '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(shades[8], '#ffffff')).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('makes links readable on the dark background', () => {
    fc.assert(
      fc.property(color, (brand) => {
        expect(contrast(brandShades(brand)[4], '#242424')).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('grows darker from shade to shade', () => {
    fc.assert(
      fc.property(color, (brand) => {
        const luminances = brandShades(brand).map(luminanceOf);
        expect(luminances).toEqual([...luminances].sort((a, b) => b - a));
      }),
    );
  });

  it('keeps the hue', () => {
    expect(brandShades('#0a7a5c')[7]).toBe('#0b8161'); // 160 degrees, unchanged
    expect(brandShades('#808080')[7]).toMatch(/^#(..)\1\1$/);
  });
});
