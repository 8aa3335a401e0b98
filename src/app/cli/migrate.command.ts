import { env } from '../../common/env.js';
import { migrate } from '../../core/database/migrate.js';
import { openDatabase } from '../../core/database/open-database.js';
import { type Command, readArguments, UsageError } from './command.js';

export const migrateCommand: Command = {
  usage: `npm run migrate
  Migrates the database of DATABASE_URL, connected as its owner. Without DATABASE_URL, migrates the embedded database.
  Creates the role referral_service, which the service connects as, if it is missing.`,

  async run(args) {
    if (readArguments(args, []).words.length > 0) throw new UsageError('The command takes no arguments.');
    const { DATABASE_URL } = env();
    const database = await openDatabase({ DATABASE_URL });
    try {
      const ran = await migrate(database.owner ?? database.service);
      return ran.length === 0 ? 'The schema is up to date.' : `Migrated: ${ran.join(', ')}`;
    } finally {
      database.close();
    }
  },
};
