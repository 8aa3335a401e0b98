import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Success criteria of WCAG 2.2 up to level AA. */
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that depend on colors; all others are the same in both themes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const WIDTHS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
const PICTURES = 'dist/pictures';

/**
 * Checks a page in its current state: no violation of WCAG 2.2 AA and no horizontal scrolling, on a phone and a desktop,
 * light and dark. Saves a screenshot of each in `dist/pictures`.
 * @param name of the screenshots, such as `settings-error`
 */
export async function inspect(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  await page.emulateMedia({ reducedMotion: 'reduce' }); // colors would be measured in the middle of a transition
  for (const [device, size] of Object.entries(WIDTHS)) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await page.evaluate(() => {
        scrollTo(0, 0); // otherwise sticky elements appear in the middle of the screenshot
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
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(WCAG_22_AA); // our pages have no frames, for which it would open another page
  const { violations: found } = await (theme === 'dark' ? axe.withRules(OF_COLOURS) : axe).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

const sidewaysBy = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
