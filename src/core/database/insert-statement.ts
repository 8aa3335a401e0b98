import type { EntityMetadata } from 'typeorm';
import type { Statement } from './statement.js';

/** An insert, and the properties whose values it takes, in order, row by row. */
export interface InsertStatement {
  readonly statement: Statement;
  readonly properties: readonly string[];
}

const made = new WeakMap<EntityMetadata, Map<number, InsertStatement>>();

/**
 * The named insert of `count` rows that an entity's map stands for: what the ORM knows of the table, without its cost
 * for each row. Made once for each entity and count.
 */
export function insertStatement(metadata: EntityMetadata, count: number): InsertStatement {
  const counts = made.get(metadata) ?? new Map<number, InsertStatement>();
  made.set(metadata, counts);
  const known = counts.get(count) ?? make(metadata, count);
  counts.set(count, known);
  return known;
}

function make({ tableName, columns: all }: EntityMetadata, count: number): InsertStatement {
  const columns = all.filter(({ isInsert }) => isInsert);
  const names = columns.map(({ databaseName }) => databaseName);
  const row = (index: number): string =>
    `(${names.map((_, column) => `$${index * names.length + column + 1}`).join(', ')})`;
  const rows = Array.from({ length: count }, (_, index) => row(index));
  return {
    statement: {
      name: `insert_${tableName}_${count}`,
      text: `insert into ${tableName} (${names.join(', ')}) values ${rows.join(', ')}`,
    },
    properties: columns.map(({ propertyName }) => propertyName),
  };
}
