import { InitialSchema1795305600000 } from './1795305600000-initial-schema.js';
import { Redemptions1795392000000 } from './1795392000000-redemptions.js';
import { EventsAndWebhooks1795478420000 } from './1795478420000-events-and-webhooks.js';

export const MIGRATIONS_TABLE = 'schema_migration';

/** Named, never globbed, in the order they run. Forward only: a mistake is mended by the next one. */
export const MIGRATIONS = [
  InitialSchema1795305600000,
  Redemptions1795392000000,
  EventsAndWebhooks1795478420000,
];

/** The schema this code needs; a service does not start, and is not ready, without it. */
export const LATEST_MIGRATION = MIGRATIONS.at(-1)?.name ?? '';
