import path from 'node:path';

/** Where `npm run build` puts the pages, below the folder that the service is started in. */
export const WEB_ROOT = path.resolve('dist/web');

/** What differs between one place and another. */
export interface PageOptions {
  /** The folder of the built pages; what is not there is answered as not built. */
  readonly webRoot: string;
  /** Origins whose pages may show the customer portal in a frame. */
  readonly embedOrigins: readonly string[];
}

/** Injection token of them. */
export const PAGE_OPTIONS = Symbol('page options');
