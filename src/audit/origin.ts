import { RareContext } from '../common/rare-context.js';

/** Who asked for what is being done, and from where. */
export interface Origin {
  /** As timelines name them: `admin:usr_1`. */
  readonly actor: string;
  /** The caller's network address; null when nobody called. */
  readonly address: string | null;
}

/** In whose name something is being done; without a value what the product does by itself. */
export const origin = new RareContext<Origin>();
