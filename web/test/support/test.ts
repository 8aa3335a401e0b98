import { test as base } from '@playwright/test';
import { BASE_URL, HOST_URL } from './world.js';

/**
 * A test with a page that is watched: an error in its console, a break of its policy, a request to another host, and it fails.
 * A refused call is logged by the browser itself, and is no fault of the page.
 */
export const test = base.extend({
  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !text.startsWith('Failed to load resource')) faults.push(text);
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && ![BASE_URL, HOST_URL].includes(url.origin))
        faults.push(`asked ${url.origin}`);
    });
    await use(page);
    base.expect(faults).toEqual([]);
  },
});

export { expect } from '@playwright/test';
