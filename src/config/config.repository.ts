import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';
import { ProgramTerms } from './program-terms.entity.js';
import type { Program } from './program-terms.js';

/** The update locks the row, so concurrent saves wait and each gets its own number, without gaps. */
const TAKE_NEXT_VERSION = {
  name: 'program_take_next_version',
  text: `
    insert into referral_program as program (tenant_id, terms_version) values ($1, 1)
    on conflict (tenant_id) do update set terms_version = program.terms_version + 1
    returning terms_version as version`,
};

@Injectable()
export class ConfigRepository {
  /** Increments the current version and returns its number. Concurrent saves wait until the transaction ends. */
  async takeNextVersion(tx: Transaction): Promise<number> {
    const [taken] = await tx.query<{ version: number }>(TAKE_NEXT_VERSION, [tx.tenantId]);
    if (taken === undefined) throw new Error('The statement returned no version number.');
    return taken.version;
  }

  addVersion(
    tx: Transaction,
    version: number,
    { enabled, referrer, referee, settings }: Program,
    createdBy: string,
    createdAt: Date,
  ): void {
    tx.insert(ProgramTerms, {
      version,
      enabled,
      referrerType: referrer.type,
      referrerUnits: referrer.units,
      refereeType: referee.type,
      refereeUnits: referee.units,
      ...settings,
      createdBy,
      createdAt,
    });
  }
}
