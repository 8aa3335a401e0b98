import { randomUUID } from 'node:crypto';
import type net from 'node:net';
import { openService } from '../../src/app/service.js';
import { toUserMessage } from '../../src/app/user-message.js';
import { env } from '../../src/common/env.js';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { SECRET } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { freePort, listener, type Settings } from '../support/process.js';

const PASSWORD = 'correct-horse-battery';
const withPassword = (url: string): string => url.replace('@', `:${PASSWORD}@`);
const USUAL = { JWT_SECRET: SECRET, PORT: '0', JOBS: 'false', LOG_LEVEL: 'silent' };

describe('the service that refuses to start', () => {
  let migrated: TestDatabase;
  let empty: TestDatabase;
  let outdated: TestDatabase;
  let own: OwnPostgres;
  let occupant: net.Server;
  let closedPort: number;
  const role = `test_owner_${process.pid}`;

  beforeAll(async () => {
    [migrated, empty, outdated, own, occupant, closedPort] = await Promise.all([
      TestDatabase.clone(),
      TestDatabase.clone('template0'),
      TestDatabase.clone(),
      OwnPostgres.start('local all postgres trust\nlocal all all scram-sha-256'),
      listener(),
      freePort(),
    ]);
    await outdated.sql('delete from schema_migration');
    await migrated.sql(`create role ${role} login; create role ${role}_member login;
      grant all on all tables in schema public to ${role}, ${role}_member;
      grant postgres to ${role}_member; alter table reward owner to ${role}`);
    await own.sql(`create role ${SERVICE_ROLE} login password 'another'`);
  });
  afterAll(async () => {
    await migrated.sql(`reassign owned by ${role} to postgres; drop owned by ${role}, ${role}_member;
      drop role ${role}, ${role}_member`);
    await Promise.all([migrated.drop(), empty.drop(), outdated.drop(), own.stop()]);
    occupant.close();
  });

  const portOf = (server: net.Server): string => String((server.address() as net.AddressInfo).port);
  const onDatabase = (database: TestDatabase, as: string): Settings => ({
    DATABASE_URL: withPassword(database.urlAs(as)),
  });

  it.each<[string, () => Settings, RegExp]>([
    [
      'as a superuser',
      () => onDatabase(migrated, 'postgres'),
      /^DATABASE_URL: the role postgres is privileged and would bypass row-level security/,
    ],
    [
      'as the owner of a table',
      () => onDatabase(migrated, role),
      /^DATABASE_URL: the role \w+ is privileged and would bypass row-level security/,
    ],
    [
      'as a role that can become a superuser',
      () => onDatabase(migrated, `${role}_member`),
      /^DATABASE_URL: the role \w+ is privileged and would bypass row-level security/,
    ],
    [
      'on an empty database',
      () => onDatabase(empty, SERVICE_ROLE),
      /^The database is not migrated, or this role has no access: run /,
    ],
    [
      'on an outdated schema',
      () => onDatabase(outdated, SERVICE_ROLE),
      /^The database is not migrated, or this role has no access: run /,
    ],
    [
      'without a secret for tokens',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), JWT_SECRET: '' }),
      /^JWT_SECRET: this or JWT_JWKS_URL is required when DATABASE_URL is set/,
    ],
    [
      'with public keys for tokens, and nothing to seal data with',
      () => ({
        ...onDatabase(migrated, SERVICE_ROLE),
        JWT_SECRET: '',
        JWT_JWKS_URL: 'https://platform.example/jwks.json',
      }),
      /^DATA_KEY: is required when JWT_SECRET is not set/,
    ],
    [
      'with keys for tokens that anybody could change on their way',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), JWT_JWKS_URL: 'http://platform.example/jwks.json' }),
      /^Invalid settings\. JWT_JWKS_URL: /,
    ],
    [
      'when nobody listens at the address',
      () => ({ DATABASE_URL: `postgres://${SERVICE_ROLE}:${PASSWORD}@127.0.0.1:${closedPort}/referrals` }),
      /^Can't connect to the database: .*ECONNREFUSED/,
    ],
    [
      'with a wrong password',
      () => ({ DATABASE_URL: own.urlAs(SERVICE_ROLE, PASSWORD) }),
      /^Can't connect to the database: password authentication failed/,
    ],
    [
      'on a database that does not exist',
      () => ({ DATABASE_URL: withPassword(migrated.urlAs(SERVICE_ROLE)).replace(migrated.name, 'nowhere') }),
      /^Can't connect to the database: database "nowhere" does not exist/,
    ],
    [
      'at an address that makes no sense',
      () => ({ DATABASE_URL: `postgres://me:${PASSWORD}%ZZ@localhost/x` }),
      /DATABASE_URL/,
    ],
    [
      'with TLS asked of a server that has none',
      () => ({ DATABASE_URL: `${withPassword(migrated.urlAs(SERVICE_ROLE))}&sslmode=verify-full` }),
      /^Can't connect to the database: /,
    ],
    [
      'on a busy port',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), PORT: portOf(occupant) }),
      /^Port \d+ is in use/,
    ],
    [
      'with a port that is none',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), PORT: 'eighty' }),
      /^Invalid settings\. PORT: /,
    ],
    [
      'on an address that is not ours',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), HOST: '192.0.2.1', JWT_SECRET: randomUUID() }),
      /^HOST, PORT: can't listen on this address/,
    ],
    [
      'on the network with a published secret',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), HOST: '0.0.0.0' }),
      /^Invalid settings\. JWT_SECRET: is a published secret/,
    ],
  ])('says why in one line, without a password, %s', async (_, settings, why) => {
    const { error, said } = await refusalOf({ ...USUAL, ...settings() });
    const message = toUserMessage(error);
    expect(message).toMatch(why);
    expect(message.split('\n')).toHaveLength(1);
    expect([...said, message].join()).not.toContain(PASSWORD);
  });
});

/** What a start with these settings is refused with, and what it had said before. */
async function refusalOf(settings: Settings): Promise<{ error: unknown; said: string[] }> {
  const said: string[] = [];
  try {
    const service = await openService(env(settings), (line) => said.push(line));
    await service.listen().finally(() => service.close());
  } catch (error) {
    return { error, said };
  }
  return { error: 'It started.', said };
}
