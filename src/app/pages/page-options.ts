import path from 'node:path';

/** The output folder of `npm run build` for the pages, independent of the working directory. */
export const WEB_ROOT = path.join(import.meta.dirname, '../../web');

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
