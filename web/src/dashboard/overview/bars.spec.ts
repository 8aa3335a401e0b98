import { placeBars } from './bars.js';

describe('the bars of the chart', () => {
  it('stand side by side on the plot, as high as their values', () => {
    const [first, second] = placeBars(
      [
        { enrolled: 10, qualified: 5 },
        { enrolled: 0, qualified: 0 },
      ],
      20,
      50,
      100,
    );
    expect(first).toEqual({ x: 4, width: 17, top: 50, qualifiedTop: 75 });
    expect(second).toEqual({ x: 29, width: 17, top: 100, qualifiedTop: 100 });
  });

  it('are not wider than looks well', () => {
    expect(placeBars([{ enrolled: 1, qualified: 1 }], 1, 800, 100)[0]).toMatchObject({ x: 380, width: 40 });
  });
});
