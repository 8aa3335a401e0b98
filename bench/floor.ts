import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { LIST, LIST_LIMIT, MY_CODE, VALIDATE } from './floor-statements.js';

/** The raw floor: node:http and pg without a framework. It answers reads only. Arguments: database, port, slug, base of links. */
const [url = '', port = '', slug = '', publicUrl = ''] = process.argv.slice(2);

interface Offer {
  readonly name: string;
  readonly type: string;
  readonly value: number;
}

interface MyCode {
  readonly code: string;
  readonly count: number;
  readonly enabled: boolean;
  readonly referrer_type: string;
  readonly referrer_value: number;
  readonly referee_type: string;
  readonly referee_value: number;
}

interface ListPage {
  readonly data: string;
  readonly count: number;
  readonly last_at: string;
  readonly last_id: string;
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const pool = new pg.Pool({ connectionString: url, max: 10, idleTimeoutMillis: 60_000 });
const {
  rows: [tenant],
} = await pool.query<{ id: string }>('select id from tenant where slug = $1', [slug]);
if (tenant === undefined) throw new Error(`There is no tenant ${slug}.`);

/** Runs a statement whose first parameter is the tenant, and returns its only row. */
async function row<Row extends object>(
  { name, text }: { name: string; text: string },
  ...values: unknown[]
): Promise<Row> {
  const { rows } = await pool.query<Row>({ name, text, values: [tenant?.id, ...values] });
  if (rows[0] === undefined) throw new Error(`${name} found nothing.`);
  return rows[0];
}

async function validate(code: string): Promise<string> {
  const offer = await row<Offer>(VALIDATE, code);
  return JSON.stringify({
    valid: true,
    referrer_name: offer.name,
    referee_reward_type: offer.type,
    referee_reward_value: offer.value,
  });
}

async function myCode(customerId: string): Promise<string> {
  const found = await row<MyCode>(MY_CODE, customerId);
  return JSON.stringify({
    referral_code: found.code,
    referral_count: found.count,
    referral_enabled: found.enabled,
    referrer_reward_type: found.referrer_type,
    referrer_reward_value: found.referrer_value,
    referee_reward_type: found.referee_type,
    referee_reward_value: found.referee_value,
    enrollment_slug: slug,
    enrollment_url: `${publicUrl}/enroll/${slug}?ref=${found.code}`,
  });
}

async function list(): Promise<string> {
  const { data, count, last_at, last_id } = await row<ListPage>(LIST);
  const more = count > LIST_LIMIT;
  const next = more ? `"${Buffer.from(`${last_at} ${last_id}`).toString('base64url')}"` : 'null';
  return `{"data":[${data}],"has_more":${String(more)},"next_cursor":${next}}`;
}

const codeIn = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { referral_code: string };
      resolve(body.referral_code);
    });
    request.on('error', reject);
  });

/** Reads the subject of a token without checking its signature. */
function subjectOf({ headers }: IncomingMessage): string {
  const [, claims = ''] = (headers.authorization ?? '').split('.');
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
}

async function answer(request: IncomingMessage): Promise<[status: number, text: string]> {
  switch (request.url ?? '') {
    case '/api/referrals/validate':
      return [200, await validate(await codeIn(request))];
    case '/api/referrals/my-code':
      return [200, await myCode(subjectOf(request))];
    case '/api/referrals?limit=50':
      return [200, await list()];
    case '/health/ready':
      return [200, '{"status":"ok"}'];
    default:
      return [404, '{}'];
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

createServer((request, response) => {
  answer(request).then(
    ([status, text]) => {
      send(response, status, text);
    },
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      send(response, 500, '{}');
    },
  );
}).listen(Number(port), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
