import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { type DomainError, invalidInput } from '../../common/domain-error.js';
import { JsonText } from './json-text.js';
import { isMoment } from '../../common/moment.js';
import { MayBeAbsent, ParseInteger } from './validation.js';

/** The end of a page: the creation time and id of its last item. The time is formatted by the database. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

/** One row of a list statement: its position and its finished JSON. */
export interface ItemRow extends Cursor {
  readonly item: string;
}

/** One page of a list, as the API returns it. */
export interface Page<T> {
  data: T[];
  has_more: boolean;
  next_cursor: string | null;
}

/** The maximum page size. */
export const MAX_LIMIT = 100;

/** The order by creation time: newest first, which is the default, or oldest first. */
export const SORTS = ['-created_at', 'created_at'] as const;
export type Sort = (typeof SORTS)[number];

/** Newest first: the first page starts after the end of time. */
export const FIRST_CURSOR: Cursor = { at: 'infinity', id: '' };
const STARTS: Readonly<Record<Sort, Cursor>> = {
  '-created_at': FIRST_CURSOR,
  created_at: { at: '-infinity', id: '' },
};

const SHAPE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([A-Za-z0-9_-]{1,64})(?: created_at)?$/;

/** Encodes a cursor. A cursor of one order is not valid for the other one. */
export const encodeCursor = ({ at, id }: Cursor, sort: Sort = '-created_at'): string =>
  Buffer.from(`${at} ${id}${sort === 'created_at' ? ' created_at' : ''}`).toString('base64url');

/**
 * Decodes a cursor.
 * @param text the `next_cursor` of the previous page; undefined for the first page
 * @throws DomainError `validation_failed` for anything that this service did not create for this order
 */
export function decodeCursor(text: string | undefined, sort: Sort = '-created_at'): Cursor {
  const first = STARTS[sort];
  if (text === undefined) return first;
  const [, at, id] = SHAPE.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  const cursor = at !== undefined && id !== undefined ? { at, id } : first;
  if (encodeCursor(cursor, sort) !== text || !isMoment(cursor.at)) {
    throw invalidCursor();
  }
  return cursor;
}

export const invalidCursor = (): DomainError =>
  invalidInput({
    field: 'cursor',
    code: 'invalid_cursor',
    message: 'cursor must be a next_cursor returned by this list',
  });

/**
 * Builds a page.
 * @param rows in the order of `sort`, up to one more than `limit`, which shows that there is another page
 */
export function toPage<T>(
  rows: readonly ItemRow[],
  limit: number,
  sort: Sort = '-created_at',
): JsonText<Page<T>> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? JSON.stringify(encodeCursor(last, sort)) : 'null';
  const data = shown.map(({ item }) => item).join(',');
  return new JsonText(`{"data":[${data}],"has_more":${String(rows.length > limit)},"next_cursor":${next}}`);
}

/** The query parameters of every list. */
export class PageRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 50 })
  @ParseInteger()
  @Max(MAX_LIMIT)
  @Min(1)
  @IsInt()
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the previous page.' })
  @MaxLength(256)
  @IsString()
  @MayBeAbsent()
  cursor?: string;
}
