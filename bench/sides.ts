import type { ServerProcess } from './server-process.js';

export type Side = 'floor' | 'service';

/** The two servers that are compared. */
export type Sides = Readonly<Record<Side, ServerProcess>>;
