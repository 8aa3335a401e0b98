import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { useTestApp } from '../support/app.js';
import { atOnce } from '../support/factories.js';

const REQUEST = 'GET /health/live HTTP/1.1\r\nHost: x\r\n';
const VALIDATE = 'POST /api/referrals/validate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const HIDDEN = 'GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n';

describe('what is not valid HTTP/1.1', () => {
  const app = useTestApp();
  let port: number;

  beforeAll(() => {
    port = Number(new URL(app.url).port);
  });

  const open = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined); // a connection that is cut off is what some of these are about
    await once(socket, 'connect');
    return socket;
  };
  /** Everything that comes back until the service closes the connection. */
  const answerTo = async (text: string | Buffer): Promise<string> => {
    const socket = await open();
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes.toString()));
    const closed = once(socket, 'close');
    socket.write(text);
    await closed;
    return answer;
  };
  const statusesIn = (answer: string): string[] =>
    [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, s]) => s ?? '');

  it.each([
    [
      'both length headers',
      `${VALIDATE}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
    ],
    ['two lengths that differ', `${VALIDATE}Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}${HIDDEN}`],
    ['a length with a sign', `${VALIDATE}Content-Length: +2\r\n\r\n{}${HIDDEN}`],
    ['a length that is no number', `${VALIDATE}Content-Length: 2x\r\n\r\n{}${HIDDEN}`],
    ['a chunk without a size', `${VALIDATE}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n${HIDDEN}`],
    [
      'a chunk longer than it says',
      `${VALIDATE}Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n${HIDDEN}`,
    ],
    [
      'chunked that is not the last coding',
      `${VALIDATE}Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n${HIDDEN}`,
    ],
    [
      'chunked behind a tab',
      `${VALIDATE}Transfer-Encoding:\tchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${HIDDEN}`,
    ],
    ['a blank before the colon', `${REQUEST}Content-Length : 5\r\n\r\n${HIDDEN}`],
    ['a header folded over lines', `${REQUEST}X-A: a\r\n b\r\n\r\n${HIDDEN}`],
    ['line feeds alone', `GET /health/live HTTP/1.1\nHost: x\n\n${HIDDEN}`],
    ['no host', `GET /health/live HTTP/1.1\r\n\r\n${HIDDEN}`],
    ['another protocol', `SSH-2.0-OpenSSH_9.2\r\n`],
    ['a greeting of TLS', Buffer.from('16030100a5010000a10303', 'hex')],
    ['a NUL in a header', `${REQUEST}X-A: a\u0000b\r\n\r\n${HIDDEN}`],
  ])('%s: gets one 4xx response, and the connection is closed', async (_, text) => {
    const answer = await answerTo(text);
    expect(statusesIn(answer)).toEqual([expect.stringMatching(/^4\d\d$/)]);
    expect(answer).toMatch(/^connection: close\r$/im);
  });

  it('gets a problem response, like every other error', async () => {
    const [head = '', body = ''] = (await answerTo(`${VALIDATE}Content-Length: 2x\r\n\r\n{}`)).split(
      '\r\n\r\n',
    );
    expect(head).toMatch(/^content-type: application\/problem\+json/im);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'malformed_request' });
  });

  it.each([
    ['headers that are too large', `${REQUEST}X-A: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
    ['an expectation that nobody knows', `${REQUEST}Expect: tea\r\n\r\n`, 417, 'expectation_failed'],
  ])('%s', async (_, text, status, code) => {
    const [head = '', body = ''] = (await answerTo(text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });

  it('a head that does not end is refused in time', async () => {
    const { server } = app.fastify;
    const usual = server.headersTimeout;
    expect(usual).toBeLessThanOrEqual(10_000);
    server.headersTimeout = 300;
    try {
      const answer = await answerTo(REQUEST);
      expect(statusesIn(answer)).toEqual(['408']);
    } finally {
      server.headersTimeout = usual;
    }
  });

  it('a body that does not arrive is awaited for at most 30 seconds', () => {
    expect(app.fastify.server.requestTimeout).toBeLessThanOrEqual(30_000);
    expect(app.fastify.server.requestTimeout).toBeGreaterThan(0);
  });

  it("fifty half-open connections don't block other requests", async () => {
    const sockets = await atOnce(50, open);
    sockets.forEach((socket, index) => socket.write([VALIDATE, REQUEST, 'GE', ''][index % 4] ?? ''));
    const answers = await atOnce(20, () => app.get('/health/ready'));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const socket of sockets) socket.destroy();
  });

  it('a client that disconnects midway does no harm', async () => {
    const socket = await open();
    socket.write(`${VALIDATE}Content-Length: 50\r\n\r\n{"referral`);
    socket.destroy();
    expect((await app.get('/health/live')).status).toBe(200);
  });
});
