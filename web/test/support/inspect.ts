import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Success criteria of WCAG 2.2 up to level AA. */
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What the colours of a theme decide; all else is the same in both. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const WIDTHS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
const PICTURES = 'dist/pictures';

/**
 * What holds for every page in whatever state it is: no violation of WCAG 2.2 AA and no sideways scrolling, on a phone and on
 * a desk, light and dark. Leaves a picture of each in `dist/pictures`.
 * @param name of the pictures, such as `settings-error`
 */
export async function inspect(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  await page.emulateMedia({ reducedMotion: 'reduce' }); // colours on their way would be measured half way
  for (const [device, size] of Object.entries(WIDTHS)) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await page.evaluate(() => {
        scrollTo(0, 0); // else what sticks to an edge stands in the middle of the picture
      });
      await page.screenshot({ path: `${PICTURES}/${name}-${device}-${colorScheme}.png`, fullPage: true });
      expect(await violations(page, colorScheme), `${name}, ${device}, ${colorScheme}`).toEqual([]);
    }
    expect(await sidewaysBy(page), `${name}, ${device}: wider than the screen by`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before !== null) await page.setViewportSize(before);
}

async function violations(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(WCAG_22_AA); // no page of ours has frames, for which it would open another
  const { violations: found } = await (theme === 'dark' ? axe.withRules(OF_COLOURS) : axe).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

const sidewaysBy = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
