import { Injectable } from '@nestjs/common';
import type { Versioned } from '../common/domain-error.js';
import { utc } from '../core/database/statement.js';
import { TenantReader } from '../core/database/tenant-reader.js';
import type { Transaction } from '../core/database/transaction.js';
import { budgetUsed } from './allowance.repository.js';
import { DEFAULT_PROGRAM, type Program } from './program-terms.js';

/** The column `program` of `program_terms terms`: a `Program`. */
export const PROGRAM_COLUMN = `
  json_build_object(
    'enabled', terms.enabled,
    'referrer', json_build_object('type', terms.referrer_type, 'units', terms.referrer_units),
    'referee', json_build_object('type', terms.referee_type, 'units', terms.referee_units),
    'settings', json_build_object(
      'qualifyOn', terms.qualify_on, 'minInvoiceCents', terms.min_invoice_cents, 'onRefund', terms.on_refund,
      'holdDays', terms.hold_days, 'rewardExpiresDays', terms.reward_expires_days,
      'maxRewards', terms.max_rewards, 'maxRewardsPeriod', terms.max_rewards_period,
      'budgetCents', terms.budget_cents, 'keepAttribution', terms.keep_attribution,
      'referrerNameDisplay', terms.referrer_name_display)) as program`;

const CURRENT = {
  name: 'program_current',
  text: `
    select terms.version, ${budgetUsed('$2')} as "budgetUsed", ${PROGRAM_COLUMN}
      from referral_program program
      join program_terms terms on terms.tenant_id = program.tenant_id and terms.version = program.terms_version
     where program.tenant_id = $1`,
};

const OF_VERSION = {
  name: 'program_of_version',
  text: `select ${PROGRAM_COLUMN} from program_terms terms where tenant_id = $1 and version = $2`,
};

/** Version numbers have no gaps, so the next row is the previous version. */
const VERSIONS = {
  name: 'program_versions',
  text: `
    select terms.version, ${utc('terms.created_at')} as created_at, terms.created_by, ${PROGRAM_COLUMN}
      from program_terms terms
     where terms.tenant_id = $1 and terms.version < $2
     order by terms.version desc
     limit $3`,
};

/** The current version of the program, and the used part of its budget. */
export interface CurrentProgram extends Versioned<Program> {
  readonly budgetUsed: number;
}

/** One version of the program, with its time and author. */
export interface ProgramVersion {
  readonly version: number;
  readonly created_at: string;
  readonly created_by: string;
  readonly program: Program;
}

type CurrentRow = Omit<CurrentProgram, 'state'> & Pick<ProgramVersion, 'program'>;

@Injectable()
export class ConfigQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Returns the current program, or the default for a tenant that has not saved one. */
  async current(tenantId: string, at: Date): Promise<Program> {
    return (await this.currentVersion(tenantId, at)).state;
  }

  /**
   * Returns the current program, its version (0 for a tenant that has not saved one), and the used part of the month's
   * budget in the currency's smallest unit.
   */
  async currentVersion(tenantId: string, at: Date): Promise<CurrentProgram> {
    const row = await this.reader.row<CurrentRow>(tenantId, CURRENT, [tenantId, at]);
    if (row === undefined) return { state: DEFAULT_PROGRAM, version: 0, budgetUsed: 0 };
    const { program: state, ...current } = row;
    return { state, ...current };
  }

  /** Returns a version of the program; version 0 is the default, before the first save. */
  async ofVersion(tx: Transaction, version: number): Promise<Program> {
    if (version === 0) return DEFAULT_PROGRAM;
    const [row] = await tx.query<Pick<ProgramVersion, 'program'>>(OF_VERSION, [tx.tenantId, version]);
    if (row === undefined) throw new Error(`The program has no version ${version}.`);
    return row.program;
  }

  /** Returns up to `limit` versions below a number, newest first. */
  versions(tenantId: string, below: number, limit: number): Promise<ProgramVersion[]> {
    return this.reader.rows<ProgramVersion>(tenantId, VERSIONS, [tenantId, below, limit]);
  }
}
