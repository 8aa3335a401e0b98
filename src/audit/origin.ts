import { AsyncLocalStorage } from 'node:async_hooks';

/** Who asked for what is being done, and from where. */
export interface Origin {
  /** As timelines name them: `admin:usr_1`. */
  readonly actor: string;
  /** The caller's network address; null when nobody called. */
  readonly address: string | null;
}

const storage = new AsyncLocalStorage<Origin>();

/** Does `work` in the name of `origin`, whatever it leads to. */
export const inTheNameOf = <T>(origin: Origin, work: () => T): T => storage.run(origin, work);

/** In whose name something is being done; undefined for what a stranger does in public. */
export const currentOrigin = (): Origin | undefined => storage.getStore();
