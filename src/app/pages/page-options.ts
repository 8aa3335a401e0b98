import path from 'node:path';

/** Where `npm run build` puts the pages: beside the service's own code, wherever that is started. */
export const WEB_ROOT = path.join(import.meta.dirname, '../../../web');

/** Page settings that depend on the deployment. */
export interface PageOptions {
  /** The folder of the built pages. A missing file is reported as not built. */
  readonly webRoot: string;
  /** Origins that may embed the customer portal in a frame. */
  readonly embedOrigins: readonly string[];
  /** Origins that the pages may link back to. */
  readonly returnOrigins: readonly string[];
}

/** Injection token of `PageOptions`. */
export const PAGE_OPTIONS = Symbol('page options');
