import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { type Reply, useTestApp } from '../support/app.js';
import { aTenant, type TestTenant } from '../support/factories.js';
import { expectProblem, inVain, stored } from './expectations.js';
import { TABLE_HEADERS } from '../support/routes.js';
import { IMPORT_PATH, sendFile } from './import-files.js';

describe(`POST ${IMPORT_PATH}`, () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeAll(async () => (tenant = await aTenant(app)));

  const send = <Body>(
    file: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Reply<Body>> => sendFile<Body>(app, tenant.admin, file, headers);

  describe('a file that is not a table of customers', () => {
    it.each([
      ['nothing', '', 1, 'empty_file'],
      ['white space', ' \n\n', 1, 'empty_file'],
      ['no header', 'Ada,ada@example.com\n', 1, 'missing_column'],
      ['a column twice', 'name,email,Name\nAda,a@b.example,Ada\n', 1, 'column_twice'],
      ['no address', 'name,phone\nAda,1\n', 1, 'missing_column'],
      ['a cell too many', 'name,email\nAda,a@b.example\n\nBen,b@b.example,1\n', 4, 'wrong_number_of_cells'],
      ['a cell too few', 'name,email\nAda\n', 2, 'wrong_number_of_cells'],
      ['millions of cells', `name,email\n${','.repeat(5_000_000)}`, 2, 'wrong_number_of_cells'],
      [
        'a quote that is not closed',
        'name,email\nAda,a@b.example\n"Ben,b@b.example\nCleo,c@b.example\n',
        3,
        'unclosed_quote',
      ],
      ['a quote inside a cell', 'name,email\nA"da,a@b.example\n', 2, 'stray_quote'],
      ['text after a quote', 'name,email\n"Ada"x,a@b.example\n', 2, 'stray_quote'],
      ['UTF-16', 'n\u0000a\u0000m\u0000e\u0000', 1, 'missing_column'],
      ['too many rows', `name,email\n${'A,a@b.example\n'.repeat(10_001)}`, 10_002, 'too_many_rows'],
      ['JSON', '{"name":"Ada","email":"a@b.example"}', 1, 'stray_quote'],
    ])('is refused as a whole: %s', async (_, file, row, code) => {
      const reply = await inVain(app, () => send<{ detail: string; errors: object[] }>(file));
      expectProblem(reply, 422, 'invalid_csv');
      const { detail, errors } = reply.body;
      expect(errors).toMatchObject([{ field: `row ${row}`, code }]);
      expect(detail).toMatch(new RegExp(`^Row ${row}: .{10,150}\\.$`));
    });

    it.each([[[0xff, 0xfe]], [[0xc3, 0x28]], [[0xe9]]])(
      'is refused when it is not UTF-8: %j',
      async (bytes) => {
        const file = Buffer.concat([
          Buffer.from('name,email\nAd'),
          Buffer.from(bytes),
          Buffer.from(',a@b.example\n'),
        ]);
        expectProblem(await inVain(app, () => send(file)), 400, 'malformed_request');
      },
    );

    it.each([
      'application/json',
      'text/plain',
      'application/vnd.ms-excel',
      'multipart/form-data; boundary=a',
    ])('is refused as %s', async (type) => {
      const reply = await inVain(app, () => send('{}', { 'content-type': type }));
      expectProblem(reply, 415, 'unsupported_media_type');
    });

    it('is accepted by no other route', async () => {
      const body = 'name,email\nAda,ada@example.com\n';
      for (const [method, path] of [
        ['POST', '/api/customers'],
        ['PUT', '/api/referrals/config'],
        ['POST', '/api/promos'],
      ] as const) {
        const reply = await inVain(app, () =>
          app.call(method, path, { token: tenant.admin, body, headers: TABLE_HEADERS }),
        );
        expectProblem(reply, 415, 'unsupported_media_type');
      }
    });
  });

  describe('a large body', () => {
    const LIMIT = 5 * 1024 * 1024;

    it('is read up to 5 MB', async () => {
      const head = 'name,email\nAda,ada@example.com\n';
      const blankRows = `${' '.repeat(299)}\n`.repeat(LIMIT / 300);
      expect((await send((head + blankRows).slice(0, LIMIT))).body).toMatchObject({ created: 1 });
    });

    it('is refused above 5 MB', async () => {
      expectProblem(await inVain(app, () => send('\n'.repeat(LIMIT + 1))), 413, 'body_too_large');
    });

    it('is refused by its Content-Length before it is sent', async () => {
      const { hostname, port } = new URL(app.url);
      const socket = connect(Number(port), hostname);
      const headers = {
        host: 'x',
        ...TABLE_HEADERS,
        authorization: `Bearer ${tenant.admin}`,
        'content-length': String(100 * 1024 * 1024),
      };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      socket.write([`POST ${IMPORT_PATH} HTTP/1.1`, ...lines, '', 'name,email'].join('\r\n'));
      let answer = '';
      for await (const chunk of socket) answer += String(chunk);
      expect(answer).toMatch(/^HTTP\/1.1 413 [\s\S]*connection: close[\s\S]*body_too_large/i);
    });

    it('that breaks off has no effect', async () => {
      const { hostname, port } = new URL(app.url);
      const before = await stored(app);
      const socket = connect(Number(port), hostname);
      const headers = {
        host: 'x',
        ...TABLE_HEADERS,
        authorization: `Bearer ${tenant.admin}`,
        'content-length': '5000',
      };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(
        [`POST ${IMPORT_PATH} HTTP/1.1`, ...lines, '', 'name,email\nAda,a@b.example\n'].join('\r\n'),
      );
      await setTimeout(200);
      socket.destroy();
      await setTimeout(200);
      expect(await stored(app)).toEqual(before);
    });

    it('is not read without a valid token', async () => {
      const reply = await app.call('POST', IMPORT_PATH, { body: 'x'.repeat(LIMIT), headers: TABLE_HEADERS });
      expectProblem(reply, 401, 'unauthenticated');
    });
  });
});
