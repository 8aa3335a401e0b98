import { existsSync } from 'node:fs';
import path from 'node:path';

/** Returns the folder of `package.json`. Searches upward, because this code may run from a bundle. */
function packageRoot(folder = import.meta.dirname): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : packageRoot(path.dirname(folder));
}

/** The folder into which `npm run build` puts the pages. It does not depend on the working directory. */
export const WEB_ROOT = path.join(packageRoot(), 'dist/web');

/** Page settings that depend on the deployment. */
export interface PageOptions {
  /** The folder of the built pages. A missing file is reported as not built. */
  readonly webRoot: string;
  /** Origins that may embed the customer portal in a frame. */
  readonly embedOrigins: readonly string[];
  /** Origins that the pages may link back to. */
  readonly returnOrigins: readonly string[];
}

/** Injection token for `PageOptions`. */
export const PAGE_OPTIONS = Symbol('page options');
