import path from 'node:path';

/** Where `npm run build` puts the pages: beside the service's own code, wherever that is started. */
export const WEB_ROOT = path.join(import.meta.dirname, '../../web');

/** What differs between one place and another. */
export interface PageOptions {
  /** The folder of the built pages; what is not there is answered as not built. */
  readonly webRoot: string;
  /** Origins whose pages may show the customer portal in a frame. */
  readonly embedOrigins: readonly string[];
  /** Origins that a page may lead back to, whatever the link that opened it says. */
  readonly returnOrigins: readonly string[];
}

/** Injection token of them. */
export const PAGE_OPTIONS = Symbol('page options');
