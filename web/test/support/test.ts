import { test as base } from '@playwright/test';
import { BASE_URL, HOST_URL } from './world.js';

/**
 * Fails a test when its page logs an error, violates its policy or sends a request to another host. A refused call, which
 * the browser logs itself, is allowed.
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
