import { Controller, Get, Module } from '@nestjs/common';
import { connect } from 'node:net';
import { once } from 'node:events';
import { pino } from 'pino';
import { Public } from '../../src/core/auth/access.decorator.js';
import { type ProblemBody, useTestApp } from '../support/app.js';
import { atOnce } from '../support/factories.js';
import { BODY_ROUTES } from './body-routes.js';
import { platformToken } from './expectations.js';
import { routesOf } from './router.js';
import { aScene, type Scene } from './scene.js';

const REQUEST_ID = 'x-request-id';
const FORM = /^req_[0-9a-z]{26}$/;
const anId: unknown = expect.stringMatching(FORM);

@Public()
@Controller('throwing')
class ThrowingController {
  @Get()
  fail(): never {
    throw new Error('unexpected');
  }
}

@Module({ controllers: [ThrowingController] })
class ThrowingModule {}

describe('the id of a request', () => {
  const lines: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
  const app = useTestApp({ logger, modules: [ThrowingModule] });
  let scene: Scene;

  beforeAll(async () => (scene = await aScene(app)));

  const idOf = ({ headers }: { headers: Headers }): string | null => headers.get(REQUEST_ID);

  it('is in every answer of every route, whoever asks, and in no two', async () => {
    const routes = routesOf(app);
    expect(routes.length).toBeGreaterThan(30);
    const ids: (string | null)[] = [];
    for (const token of [scene.tenant.admin, scene.customer.token, platformToken(app), undefined]) {
      for (const { method, path } of routes) {
        const body = BODY_ROUTES[`${method} ${path}`]?.body(scene);
        const reply = await app.call(method, path.replace(':id', 'none'), { token, body });
        const id = idOf(reply);
        const isProblem = reply.headers.get('content-type')?.startsWith('application/problem') === true;
        const inBody = isProblem ? (reply.body as ProblemBody).request_id : id;
        expect({ method, path, id, inBody }).toEqual({ method, path, id: inBody, inBody: anId });
        ids.push(id);
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['GET', '/api/nowhere', 404],
    ['GET', '/api/%zz', 400],
    ['DELETE', '/api/referrals/config', 405],
    ['OPTIONS', '/api/referrals/config', 204],
    ['HEAD', '/health/live', 200],
    ['GET', '/api/docs', 200],
    ['GET', '/api/openapi.json', 200],
  ])('is in the answer to %s %s: %i', async (method, path, status) => {
    const reply = await fetch(`${app.url}${path}`, { method });
    await reply.arrayBuffer();
    expect({ status: reply.status, id: idOf(reply) }).toEqual({ status, id: anId });
  });

  it('is not taken from the client', async () => {
    const reply = await app.call('GET', '/health/live', { headers: { [REQUEST_ID]: 'req_of_another' } });
    expect(idOf(reply)).toMatch(FORM);
  });

  it('is not shared by requests at the same time', async () => {
    const replies = await atOnce(50, () => app.get('/health/live'));
    expect(new Set(replies.map(idOf)).size).toBe(50);
  });

  it('is that of the log line and of the problem', async () => {
    lines.length = 0;
    const reply = await app.get<ProblemBody>('/api/throwing');
    expect(reply.status).toBe(500);
    const logged = lines.map((line) => JSON.parse(line) as { request_id?: string; msg: string });
    expect(
      logged.filter(({ msg }) => msg === 'unexpected error').map(({ request_id }) => request_id),
    ).toEqual([idOf(reply)]);
    expect(reply.body.request_id).toBe(idOf(reply));
  });

  it.each([
    ['what is not HTTP', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\n'],
    ['an unknown expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\n\r\n'],
  ])('is in the answer to %s', async (_, request) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes.toString()));
    const closed = once(socket, 'close');
    socket.write(request);
    await closed;
    const [, told] = /^x-request-id: (.*)\r$/im.exec(answer) ?? [];
    expect(told).toMatch(FORM);
    expect(answer).toContain(`"request_id":"${told}"`);
  });
});
