import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import type { DayTraffic } from './traffic-buffer.js';

/** Adds to the stored counts, because every process writes its own. */
const ADD = {
  name: 'code_traffic_add',
  text: `
    insert into code_traffic (tenant_id, day, link_opened, code_validated)
    values ($1, $2, $3, $4)
        on conflict (tenant_id, day) do update
       set link_opened = code_traffic.link_opened + excluded.link_opened,
           code_validated = code_traffic.code_validated + excluded.code_validated`,
};

@Injectable()
export class TrafficRepository {
  add(tx: Transaction, { day, linkOpened, codeValidated }: DayTraffic): void {
    tx.queue(ADD, [tx.tenantId, day, linkOpened, codeValidated]);
  }
}
