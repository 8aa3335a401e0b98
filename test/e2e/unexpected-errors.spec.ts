import { Controller, Get, HttpException, InternalServerErrorException, Module, Param } from '@nestjs/common';
import { Public } from '../../src/core/auth/access.decorator.js';
import { PlatformData } from '../../src/core/database/platform-data.js';
import { TestApp } from '../support/app.js';
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

@Public()
@Controller('throwing')
class ThrowingController {
  constructor(private readonly platform: PlatformData) {}

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
    return this.platform.rows({ name: 'throws', text: `select '${TOLD}'::integer` });
  }
}

@Module({ controllers: [ThrowingController] })
class ThrowingModule {}

describe('an error that nobody expected', () => {
  let app: TestApp;

  beforeAll(async () => (app = await TestApp.start(ThrowingModule)));
  afterAll(() => app.stop());

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
});
