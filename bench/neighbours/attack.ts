import type { BenchTenant } from '../data.js';

/** The attacking tenant, and what an attack needs. */
export interface Attacker {
  readonly tenant: BenchTenant;
  /** The token of the tenant's admin. */
  readonly token: string;
  /** A referral code of the tenant. */
  readonly code: string;
  /** A server that accepts connections and never answers. */
  readonly receiver: string;
  /** When the tenant's first referral was made. */
  readonly since: string;
  /** The sequence of the tenant's last event. */
  readonly lastEvent: number;
}

export interface AttackRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Sends one request and waits for its answer.
 * @returns the answer's body, or the beginning of a long one
 * @throws TimeIsUp when the time for sending is over
 */
export type Ask = (request: AttackRequest) => Promise<string>;

export class TimeIsUp extends Error {}

export interface Attack {
  /** How many rounds run at once. */
  readonly connections: number;
  /** Runs before the first round. */
  readonly before?: (ask: Ask) => Promise<void>;
  /** Runs one round; repeated until the time is over. */
  readonly round: (ask: Ask, number: number) => Promise<unknown>;
}

/** The order to the attacking thread. */
export interface AttackOrder {
  readonly name: string;
  readonly attacker: Attacker;
  readonly port: number;
  /** How long requests are sent. */
  readonly seconds: number;
  /** How long answers are waited for, from the beginning. */
  readonly atMostSeconds: number;
}

/** Counts of what the attacker got: each status, `failed` (no status) and `unanswered`. */
export type Tally = Readonly<Record<string, number>>;
