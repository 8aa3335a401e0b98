import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { FloorAnswers, type FloorTenant } from './floor/floor-answers.js';

/** The raw floor: node:http and pg, and nothing of a product. Arguments: database, port, tenant's slug, base of links. */
const [url = '', port = '', slug = '', publicUrl = ''] = process.argv.slice(2);

const pool = new Pool({ connectionString: url, max: 10, idleTimeoutMillis: 60_000 });
const { rows } = await pool.query<FloorTenant>('select id, slug from tenant where slug = $1', [slug]);
const [tenant] = rows;
if (tenant === undefined) throw new Error(`There is no tenant ${slug}.`);
const answers = new FloorAnswers(pool, tenant, publicUrl);

type Body = Record<string, string>;

const bodyOf = (request: IncomingMessage): Promise<Body> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      resolve(JSON.parse(Buffer.concat(chunks).toString()) as Body);
    });
    request.on('error', reject);
  });

async function answered(request: IncomingMessage): Promise<[status: number, text: string]> {
  switch (request.url ?? '') {
    case '/api/referrals/validate':
      return [200, await answers.validate(await bodyOf(request))];
    case '/api/referrals/my-code':
      return [200, await answers.myCode(request.headers.authorization ?? '')];
    case '/api/enrollments':
      return [201, await answers.enroll(await bodyOf(request))];
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
