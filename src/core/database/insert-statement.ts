import type { EntityMetadata } from 'typeorm';
import type { Statement } from './statement.js';

/** An insert, and the columns whose values it takes, in order, row by row. */
export interface InsertStatement {
  readonly statement: Statement;
  readonly columns: readonly { readonly property: string; readonly isJson: boolean }[];
}

const made = new WeakMap<EntityMetadata, Map<number, InsertStatement>>();

/**
 * Returns the insert statement of `count` rows for an entity, built once from the ORM's metadata. It avoids the ORM's
 * cost for each row.
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
    columns: columns.map(({ propertyName, type }) => ({ property: propertyName, isJson: type === 'jsonb' })),
  };
}
