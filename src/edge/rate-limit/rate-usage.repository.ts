import { Injectable } from '@nestjs/common';
import { PlatformData } from '../../core/database/platform-data.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { SlotUsage } from './sliding-window-counter.js';

/** The uses of one key in one slot. */
export interface KeyUsage extends SlotUsage {
  readonly key: string;
}

/** A key to read back, and the start of its first slot. */
export interface RequestedKey {
  readonly key: string;
  readonly since: number;
}

/**
 * One round trip for all keys, in the order of the keys so that two processes don't deadlock. The statement does not
 * see the rows it has just written: their new totals come from `returning`.
 */
const EXCHANGE = {
  name: 'rate_usage_exchange',
  text: `
    with told as (
      insert into rate_usage (key, slot_start, used)
      select key, slot_start, used
        from unnest($1::text[], $2::bigint[], $3::integer[]) as mine (key, slot_start, used)
       order by key, slot_start
          on conflict (key, slot_start) do update set used = rate_usage.used + excluded.used
      returning key, slot_start, used)
    select key, slot_start::float8 as start, used from told
    union all
    select usage.key, usage.slot_start::float8, usage.used
      from unnest($4::text[], $5::bigint[]) as asked (key, since)
      join rate_usage usage on usage.key = asked.key and usage.slot_start >= asked.since
     where not exists (select from told where told.key = usage.key and told.slot_start = usage.slot_start)`,
};

const PURGE = { name: 'rate_usage_purge', text: 'delete from rate_usage where slot_start < $1' };

const CLAIM = {
  name: 'rate_usage_claim',
  text: `
    insert into rate_usage (key, slot_start, used)
    select $1, $2::bigint, 1
     where not exists (select from rate_usage where key = $1 and slot_start >= $2::bigint - $3)
        on conflict (key, slot_start) do nothing
    returning key`,
};

@Injectable()
export class RateUsageRepository {
  constructor(private readonly data: PlatformData) {}

  /**
   * Adds the counts of this process and returns the totals of all processes.
   * @throws DomainError `database_unavailable`, `busy`
   */
  exchange(own: readonly KeyUsage[], requested: readonly RequestedKey[]): Promise<KeyUsage[]> {
    return this.data.execute<KeyUsage>(EXCHANGE, [
      own.map(({ key }) => key),
      own.map(({ start }) => start),
      own.map(({ used }) => used),
      requested.map(({ key }) => key),
      requested.map(({ since }) => since),
    ]);
  }

  /**
   * Deletes slots that started before the given time, in seconds since 1970.
   * @throws DomainError `database_unavailable`, `busy`
   */
  async purge(before: number): Promise<void> {
    await this.data.execute(PURGE, [before]);
  }

  /**
   * Claims a key for one process, unless it was claimed in this slot or the one before.
   * @returns true for the process that gets it. The claim is void when the transaction is rolled back.
   */
  async claim(tx: Transaction, key: string, start: number, slotSeconds: number): Promise<boolean> {
    return (await tx.query(CLAIM, [key, start, slotSeconds])).length === 1;
  }
}
