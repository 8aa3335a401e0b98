import { connect } from '../../src/core/database/data-source.js';
import { ConnectionScheduler } from '../../src/core/database/connection-scheduler.js';
import { TenantReader } from '../../src/core/database/tenant-reader.js';
import { ENTITIES } from '../../src/app/entities.js';
import { TestDatabase } from '../support/database.js';

const END_MYSELF = { name: 'test_end_myself', text: 'select pg_terminate_backend(pg_backend_pid())' };

it('a connection that dies in use fails its statement and nothing else, be it the first one of the pool', async () => {
  const database = await TestDatabase.clone();
  const dataSource = await connect(database.service, ENTITIES, 1);
  const reader = new TenantReader(dataSource, new ConnectionScheduler(1));
  for (let lost = 0; lost < 3; lost++) {
    const asked = reader.rows('ten_1', END_MYSELF, []);
    await expect(asked).rejects.toMatchObject({ code: 'database_unavailable' });
  }
  expect(await reader.rows('ten_1', { name: 'test_one', text: 'select 1 as one' }, [])).toEqual([{ one: 1 }]);
  await dataSource.destroy();
  await database.drop();
});
