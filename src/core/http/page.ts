import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { type DomainError, invalidInput } from '../../common/domain-error.js';
import { JsonText } from './json-text.js';
import { isMoment } from '../../common/moment.js';
import { MayBeAbsent, ParseInteger } from './validation.js';

/** Where a page ends: the moment of creation, as the database writes it, and the id of its last item. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

/** What a list statement answers for each item: its keyset position and its finished JSON. */
export interface ItemRow extends Cursor {
  readonly item: string;
}

/** A list as the API shows it. */
export interface Page<T> {
  data: T[];
  has_more: boolean;
  next_cursor: string | null;
}

/** The longest page there is. */
export const MAX_LIMIT = 100;

/** By when things were made: newest first, as every list unless told otherwise, or oldest first. */
export const SORTS = ['-created_at', 'created_at'] as const;
export type Sort = (typeof SORTS)[number];

/** Newest first: the first page starts after the end of time. */
export const FIRST_CURSOR: Cursor = { at: 'infinity', id: '' };
const STARTS: Readonly<Record<Sort, Cursor>> = {
  '-created_at': FIRST_CURSOR,
  created_at: { at: '-infinity', id: '' },
};

const SHAPE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([A-Za-z0-9_-]{1,64})(?: created_at)?$/;

/** A cursor as the API hands it out. One of a list that is sorted the other way round is none. */
export const encodeCursor = ({ at, id }: Cursor, sort: Sort = '-created_at'): string =>
  Buffer.from(`${at} ${id}${sort === 'created_at' ? ' created_at' : ''}`).toString('base64url');

/**
 * @param text what an earlier page gave as `next_cursor`; absent for the first page
 * @throws DomainError `validation_failed` for anything that this service did not make for this order
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
  invalidInput({ field: 'cursor', code: 'invalid_cursor', message: 'cursor must come from next_cursor' });

/** @param rows in the order of `sort`, up to one more than `limit`: the one too many says that there is more */
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

/** What every list accepts. */
export class PageRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 50 })
  @ParseInteger()
  @Max(MAX_LIMIT)
  @Min(1)
  @IsInt()
  limit = 50;

  @ApiPropertyOptional({ description: 'next_cursor of the page before' })
  @MaxLength(256)
  @IsString()
  @MayBeAbsent()
  cursor?: string;
}
