import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { childEnv } from '../../src/common/env.js';
import { SECRET } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { ServiceProcess } from '../support/process.js';

interface Ran {
  readonly commands: string;
  readonly exit: number;
  readonly output: string;
}

const END = '@@ end of block';

/** Makes curl fail where the API refuses, and lets npm find the repository from a folder of the test's own. */
const PRELUDE = `
curl() { command curl -sS --fail-with-body --no-progress-meter "$@"; }
npm() { command npm --prefix '${process.cwd()}' "$@"; }
set -o pipefail
`;

const blocksOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands = '']) => commands);

/** A block fails with the first of its commands that fails, as a reader would see it. */
const watched = (commands: string): string =>
  `exit_code=0; trap 'exit_code=$?' ERR\n${commands}\ntrap - ERR; echo; echo "${END} $exit_code"`;

/** Runs the blocks in one shell, as a reader pastes them. */
async function run(
  blocks: readonly string[],
  service: ServiceProcess,
  env: NodeJS.ProcessEnv,
): Promise<Ran[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'referrals-tour-'));
  const script = `${PRELUDE}exec 2>&1\n${blocks.map(watched).join('\n')}`;
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    cwd: folder,
    env: { ...childEnv(), ...env, PORT: new URL(service.url).port },
  });
  files = readdirSync(folder).toSorted();
  rmSync(folder, { recursive: true });
  const outputs = [...stdout.matchAll(new RegExp(`(.*?)\\n${END} (\\d+)\\n`, 'gs'))];
  return blocks.map((commands, index) => {
    const [, output = '', exit = '-1'] = outputs[index] ?? [];
    return { commands, exit: Number(exit), output };
  });
}

/** What the commands have saved. */
let files: string[] = [];

describe('the commands in the docs', () => {
  const tour = blocksOf('docs/api-tour.md');
  const again = tour.filter((commands) => commands.includes('Idempotency-Key'));
  const [, calls = ''] = blocksOf('README.md');
  let database: TestDatabase;
  let service: ServiceProcess;
  let ran: Ran[];

  beforeAll(async () => {
    database = await TestDatabase.clone();
    // The receiver of the example is called by nobody; its name need not be known where the test runs.
    const env = {
      DATABASE_URL: database.urlAs(SERVICE_ROLE),
      JWT_SECRET: SECRET,
      DEMO: '1',
      WEBHOOK_ALLOW: 'example.com:443',
    };
    service = await ServiceProcess.start(env);
    ran = await run([...tour, ...again, calls], service, env);
  }, 120_000);
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  it('are all answered as they stand', () => {
    expect(ran.filter(({ exit }) => exit !== 0)).toEqual([]);
  });

  it('print what the API says, and a token where one is asked for', () => {
    const [setup, config] = ran;
    expect(setup?.output.trim()).toBe('');
    expect(config?.output).toContain('"referral_reward_value":20');
    expect(ran.at(-1)?.output).toMatch(/"referral_code":"KH7N4WP3".*"valid":true.*"referrer_name"/s);
  });

  it('save the files that they name', () => {
    expect(files).toEqual(['referral-code.png', 'referral-code.svg', expect.stringMatching(/\.csv$/)]);
  });

  it('get the first answer where a request is sent again', () => {
    const replayed = ran.filter(({ commands }) => commands === again[0]).map(({ output }) => output);
    expect(replayed).toHaveLength(2);
    expect(replayed[0]).not.toMatch(/idempotent-replayed/i);
    expect(replayed[1]).toMatch(/^idempotent-replayed: true\r$/im);
  });
});
