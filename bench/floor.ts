import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { FloorAnswers, type FloorTenant } from './floor/floor-answers.js';
import { FloorRedemption, type Invoice } from './floor/floor-redemption.js';

/** The raw floor: node:http and pg, and nothing of a product. Arguments: database, port, tenant's slug, base of links. */
const [url = '', port = '', slug = '', publicUrl = ''] = process.argv.slice(2);

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// As the service does: statements go out without waiting for the answer to the one before.
const pool = new pg.Pool({ connectionString: url, max: 10, idleTimeoutMillis: 60_000, pipeline: true });
const { rows } = await pool.query<FloorTenant>('select id, slug from tenant where slug = $1', [slug]);
const [tenant] = rows;
if (tenant === undefined) throw new Error(`There is no tenant ${slug}.`);
const answers = new FloorAnswers(pool, tenant, publicUrl);
const redemptions = new FloorRedemption(pool, tenant.id);

type Body = Record<string, string>;

const bodyOf = <T>(request: IncomingMessage): Promise<T> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      resolve(JSON.parse(Buffer.concat(chunks).toString()) as T);
    });
    request.on('error', reject);
  });

/** Of a token whose signature nobody looks at. */
function subjectOf({ headers }: IncomingMessage): string {
  const [, claims = ''] = (headers.authorization ?? '').split('.');
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
}

async function answered(request: IncomingMessage): Promise<[status: number, text: string]> {
  switch (request.url ?? '') {
    case '/api/referrals/validate':
      return [200, await answers.validate(await bodyOf<Body>(request))];
    case '/api/referrals/my-code':
      return [200, await answers.myCode(subjectOf(request))];
    case '/api/enrollments':
      return [201, await answers.enroll(await bodyOf<Body>(request))];
    case '/api/redemptions':
      return [201, await redemptions.redeem(await bodyOf<Invoice>(request), `admin:${subjectOf(request)}`)];
    case '/api/referrals?limit=50':
      return [200, await answers.list()];
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
  answered(request).then(
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
