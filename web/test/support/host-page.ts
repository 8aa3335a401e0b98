import { createServer, type Server } from 'node:http';
import type { Page } from '@playwright/test';
import { BASE_URL } from './world.js';

/** A strict policy of a host: nothing inline, scripts and frames of the service only. */
const POLICY = `default-src 'none'; script-src ${BASE_URL}; frame-src ${BASE_URL}; img-src data:`;
/** Includes the script twice, as a page composed of parts may. */
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>My account</title>
<h1>My account</h1><main><referral-portal></referral-portal></main>
<script src="${BASE_URL}/embed.js"></script><script src="${BASE_URL}/embed.js"></script></html>`;

/** Serves a page of another site with an element without attributes. @param port 0: any free port */
export async function serveHostPage(port: number): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY });
    response.end(HTML);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://localhost:${at}/`, server };
}

/** Sets attributes of the element; null removes one. */
export const setAttributes = (page: Page, attributes: Record<string, string | null>): Promise<void> =>
  page.locator('referral-portal').evaluate((element, given) => {
    for (const [name, value] of Object.entries(given)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }, attributes);
