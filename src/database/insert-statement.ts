import type { EntityMetadata } from 'typeorm';
import type { Statement } from './statement.js';

/**
 * The named insert of `count` rows that an entity's map stands for: the ORM's knowledge of the table without its cost
 * for each row. The values follow in the order of `metadata.columns`, row by row.
 */
export function insertStatement(metadata: EntityMetadata, count: number): Statement {
  const columns = metadata.columns.map(({ databaseName }) => databaseName);
  const row = (index: number): string =>
    `(${columns.map((_, column) => `$${index * columns.length + column + 1}`).join(', ')})`;
  return {
    name: `insert_${metadata.tableName}_${count}`,
    text: `insert into ${metadata.tableName} (${columns.join(', ')}) values ${Array.from({ length: count }, (_, index) => row(index)).join(', ')}`,
  };
}
