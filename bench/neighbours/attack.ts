import type { BenchTenant } from '../data.js';

/** Whom an attack goes out from, and what it needs. */
export interface Attacker {
  readonly tenant: BenchTenant;
  /** Of the tenant's admin. */
  readonly token: string;
  /** A referral code of the tenant. */
  readonly code: string;
  /** Where connections are taken, and nothing is answered. */
  readonly receiver: string;
  /** Since when the tenant has had referrals. */
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
 * @throws TimeIsUp when no more may be sent
 */
export type Ask = (request: AttackRequest) => Promise<string>;

export class TimeIsUp extends Error {}

export interface Attack {
  /** As many rounds go on at once. */
  readonly connections: number;
  /** What comes before the first round. */
  readonly before?: (ask: Ask) => Promise<void>;
  /** One round, repeated until time is up. */
  readonly round: (ask: Ask, number: number) => Promise<unknown>;
}

/** What the thread that attacks is told. */
export interface AttackOrder {
  readonly name: string;
  readonly attacker: Attacker;
  readonly port: number;
  /** For so long requests are sent. */
  readonly seconds: number;
  /** For so long in all, answers are waited for. */
  readonly atMostSeconds: number;
}

/** What an attacker got: how often each status, `failed` without one, and `unanswered`. */
export type Tally = Readonly<Record<string, number>>;
