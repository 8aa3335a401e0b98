import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { TokenIssuerService } from '../src/core/auth/token-issuer.service.js';
import { type BenchPeople, type CodeOwner, type Payer, restock, settle } from './data.js';

export const ACTION_NAMES = ['validate', 'my_code', 'enroll', 'list', 'redemption'] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

/** A request and the answer it must get. */
export interface Call {
  /** The request as it goes over the wire, the same for both servers. */
  readonly message: string;
  readonly status: number;
  /** Text that the body of a correct answer contains. */
  readonly holds: string;
}

export interface Action {
  readonly name: ActionName;
  /** A write runs on the service only: the floor would need a copy of its statements. */
  readonly writes: boolean;
  /** Requests of one measurement, so that the measurements of all actions take about as long. */
  readonly requests: number;
  /** Restores what calls use up, so that each measurement starts from the same state. It is not counted. */
  readonly before?: (client: Client) => Promise<void>;
  /** Returns the next call; no two in a row are about the same person. */
  readonly next: () => Call;
}

const post = (path: string, body: object, token?: string): string => {
  const text = JSON.stringify(body);
  const authorization = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
  return `POST ${path} HTTP/1.1\r\nhost: localhost\r\n${authorization}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

const get = (path: string, token: string): string =>
  `GET ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n\r\n`;

/** Walks through a list in leaps, so that consecutive calls don't ask for neighboring rows. */
function leaping<T>(items: readonly T[]): () => T {
  let index = 0;
  return () => {
    index = (index + 7919) % items.length;
    return items[index] as T;
  };
}

const read = (name: ActionName, requests: number, next: () => Call): Action => ({
  name,
  writes: false,
  requests,
  next,
});

/** Returns the actions that a visitor, a customer, a newcomer, an admin and a billing system wait for. */
export function actions(
  { tenant, owners, referrers, payers }: BenchPeople,
  tokens: TokenIssuerService,
): Action[] {
  const tokenOf = (audience: 'customer' | 'tenant-admin', subject: string): string =>
    tokens.issue({ audience, subject, tenantId: tenant.id });
  const validated = leaping(owners);
  const visits = leaping(
    owners.slice(0, 2000).map(({ id, code }) => ({
      message: get('/api/referrals/my-code', tokenOf('customer', id)),
      status: 200,
      holds: `"referral_code":"${code}"`,
    })),
  );
  const admin = tokenOf('tenant-admin', 'usr_bench');
  const page: Call = {
    message: get('/api/referrals?limit=50', admin),
    status: 200,
    holds: '"has_more":true',
  };
  return [
    read('validate', 2000, () => ({
      message: post('/api/referrals/validate', { referral_code: validated().code, tenant_slug: tenant.slug }),
      status: 200,
      holds: '"valid":true',
    })),
    read('my_code', 2000, visits),
    enrollments(tenant.slug, leaping(referrers)),
    read('list', 600, () => page),
    redemptions(admin, payers),
  ];
}

/** Enrolls newcomers, each with an e-mail address that nobody had before. */
function enrollments(tenant_slug: string, owner: () => CodeOwner): Action {
  const run = randomBytes(4).toString('hex');
  let newcomer = 0;
  const enrollment = (referral_code: string): Call => ({
    message: post('/api/enrollments', {
      tenant_slug,
      name: 'New Friend',
      email: `friend-${run}-${++newcomer}@example.com`,
      referral_code,
    }),
    status: 201,
    holds: '"referral":{"status":"applied"',
  });
  return {
    name: 'enroll',
    writes: true,
    requests: 800,
    before: settle,
    next: () => enrollment(owner().code),
  };
}

/** Redeems new invoices, each of a customer who has a discount to use and credit on account. */
function redemptions(token: string, payers: readonly Payer[]): Action {
  const run = randomBytes(4).toString('hex');
  let invoice = 0;
  const redemption = ({ id, rewardId }: Payer): Call => ({
    message: post(
      '/api/redemptions',
      {
        customer_id: id,
        invoice_id: `INV-${run}-${++invoice}`,
        currency: 'USD',
        amount_cents: 10_000,
      },
      token,
    ),
    status: 201,
    holds: `"${rewardId}"`,
  });
  const payer = leaping(payers);
  return {
    name: 'redemption',
    writes: true,
    requests: 600,
    before: restock,
    next: () => redemption(payer()),
  };
}
