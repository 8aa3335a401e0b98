import { basename } from 'node:path';
import { Controller, Get, HttpException, InternalServerErrorException, Module, Param } from '@nestjs/common';
import { pino } from 'pino';
import { Public } from '../../src/core/auth/access.decorator.js';
import { PlatformData } from '../../src/core/database/platform-data.js';
import type { Transaction } from '../../src/core/database/transaction.js';
import { UnitOfWork } from '../../src/core/database/unit-of-work.js';
import { useTestApp } from '../support/app.js';
import { expectProblem } from './expectations.js';

/** What nobody outside may read, in whatever is thrown. */
const TOLD = 'duplicate key (email)=(ada@example.com) at /srv/referrals/customer.service.js';

/** Everything that code may throw and that is no refusal. */
const THROWN: Record<string, () => unknown> = {
  'an error': () => new Error(TOLD),
  'an error of the language': () => new TypeError(TOLD),
  'an error with a cause': () => new Error('', { cause: new Error(TOLD) }),
  'an error that names a status': () => Object.assign(new Error(TOLD), { status: 404, statusCode: 404 }),
  'an error that is named like a refusal': () =>
    Object.assign(new Error(TOLD), { name: 'DomainError', kind: 'conflict', code: TOLD, fields: [TOLD] }),
  'a 500 of the framework': () => new InternalServerErrorException(TOLD),
  'a 503 of the framework': () => new HttpException({ message: TOLD, detail: TOLD }, 503),
  'a text': () => TOLD,
  'an object': () => ({ message: TOLD, detail: TOLD }),
  nothing: () => undefined,
};

const FAILS = { name: 'throws', text: `select '${TOLD}'::integer` };
const WORKS = { name: 'works', text: 'select 1' };

/** Work that fails in a transaction. */
const FAILING: Record<string, (tx: Transaction) => Promise<unknown>> = {
  'a statement that is awaited': async (tx) => {
    await tx.query(FAILS, []);
  },
  'a statement that is queued': async (tx) => {
    tx.queue(FAILS, []);
    await tx.query(WORKS, []);
  },
  'a read behind a lock': async (tx) => {
    await tx.locked(WORKS, [], () => tx.query(FAILS, []));
  },
  'code between statements': async (tx) => {
    await tx.query(WORKS, []);
    throw new TypeError(TOLD);
  },
};

@Public()
@Controller('throwing')
class ThrowingController {
  constructor(
    private readonly platform: PlatformData,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get('at-once/:index')
  atOnce(@Param('index') index: string): never {
    throw Object.values(THROWN)[Number(index)]?.();
  }

  @Get('later/:index')
  async later(@Param('index') index: string): Promise<never> {
    await Promise.resolve();
    throw Object.values(THROWN)[Number(index)]?.();
  }

  @Get('database')
  database(): Promise<unknown> {
    return this.platform.rows(FAILS);
  }

  @Get('transaction/:index')
  transaction(@Param('index') index: string): Promise<unknown> {
    return this.unitOfWork.run('ten_any', async (tx) => Object.values(FAILING)[Number(index)]?.(tx));
  }
}

@Module({ controllers: [ThrowingController] })
class ThrowingModule {}

describe('an error that nobody expected', () => {
  const log: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line) => void log.push(line) });
  const app = useTestApp({ logger, modules: [ThrowingModule] });

  /** All of the answer, to the letter: nothing of what was thrown has a place in it. */
  async function expectNothingTold(path: string): Promise<void> {
    const reply = await app.get(`${path}?secret=1`);
    const { request_id } = expectProblem(reply, 500, 'internal_error');
    expect(reply.body).toEqual({
      type: 'urn:referrals:problem:internal_error',
      title: 'Internal server error',
      status: 500,
      detail: 'An unexpected error occurred. The server log contains it under the request id.',
      instance: path,
      code: 'internal_error',
      request_id,
    });
    expect(JSON.stringify([...reply.headers])).not.toContain('ada@example.com');
  }

  it.each(Object.keys(THROWN).map((what, index) => [what, index] as const))(
    'tells nothing of itself: %s',
    async (_, index) => {
      for (const when of ['at-once', 'later']) await expectNothingTold(`/api/throwing/${when}/${index}`);
    },
  );

  it("tells nothing of itself: the database's own", async () => {
    await expectNothingTold('/api/throwing/database');
  });

  it.each(Object.keys(FAILING).map((what, index) => [what, index] as const))(
    'is logged with the file that threw it, inside a transaction: %s',
    async (_, index) => {
      log.length = 0;
      await expectNothingTold(`/api/throwing/transaction/${index}`);
      const stacks = log.map((line) => (JSON.parse(line) as { err: { stack: string } }).err.stack);
      expect(stacks).toEqual([expect.stringContaining(basename(import.meta.filename))]);
      expect(stacks).toEqual([expect.stringContaining(TOLD)]);
    },
  );
});
