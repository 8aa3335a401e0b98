import { Injectable } from '@nestjs/common';
import { JsonText } from '../../core/http/json-text.js';
import { utc } from '../../core/database/statement.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { EventFeedAnswer, ReadEventsRequest } from './event.dto.js';

const pageStatement = (name: string, condition: string): { name: string; text: string } => ({
  name,
  text: `
    select json_build_object('sequence', sequence, 'id', id, 'type', type, 'created_at', ${utc('created_at')},
                             'data', data)::text as item
      from outbox_event
     where tenant_id = $1 and sequence > $2 ${condition}
     order by sequence
     limit $3`,
});

const AFTER = pageStatement('event_after', '');
const OF_TYPE_AFTER = pageStatement('event_of_type_after', 'and type = $4');

@Injectable()
export class EventQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Returns a page of events after the sequence `after`, in ascending order. */
  async after(
    tenantId: string,
    { after, limit, type }: ReadEventsRequest,
  ): Promise<JsonText<EventFeedAnswer>> {
    const values = [tenantId, after, limit + 1, ...(type === undefined ? [] : [type])];
    const statement = type === undefined ? AFTER : OF_TYPE_AFTER;
    const rows = await this.reader.rows<{ item: string }>(tenantId, statement, values);
    const data = rows.slice(0, limit).map(({ item }) => item);
    return new JsonText(`{"data":[${data.join(',')}],"has_more":${String(rows.length > limit)}}`);
  }
}
