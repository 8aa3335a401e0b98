import { Injectable } from '@nestjs/common';
import type { Versioned } from '../common/domain-error.js';
import { utc } from '../core/database/statement.js';
import { TenantReader } from '../core/database/tenant-reader.js';
import type { Transaction } from '../core/database/transaction.js';
import type { Value } from '../tenant/value.js';
import { budgetUsed } from './allowance.repository.js';
import { DEFAULT_PROGRAM, type Program, type ProgramSettings } from './program-terms.js';

/** The settings columns of `program_terms terms`. */
export const SETTINGS_COLUMNS = `
  terms.qualify_on as "qualifyOn", terms.min_invoice_cents as "minInvoiceCents", terms.on_refund as "onRefund",
  terms.hold_days as "holdDays",
  terms.reward_expires_days as "rewardExpiresDays", terms.max_rewards as "maxRewards",
  terms.max_rewards_period as "maxRewardsPeriod", terms.budget_cents as "budgetCents",
  terms.keep_attribution as "keepAttribution", terms.referrer_name_display as "referrerNameDisplay"`;

interface TermsRow extends ProgramSettings {
  enabled: boolean;
  referrer: Value;
  referee: Value;
}

/** The values of both sides of `program_terms terms`. */
export const VALUE_COLUMNS = `
  json_build_object('type', terms.referrer_type, 'units', terms.referrer_units) as referrer,
  json_build_object('type', terms.referee_type, 'units', terms.referee_units) as referee`;

const TERMS_COLUMNS = `terms.enabled, ${VALUE_COLUMNS}, ${SETTINGS_COLUMNS}`;

const CURRENT = {
  name: 'program_current',
  text: `
    select terms.version, ${budgetUsed('$2')} as "budgetUsed", ${TERMS_COLUMNS}
      from referral_program program
      join program_terms terms on terms.tenant_id = program.tenant_id and terms.version = program.terms_version
     where program.tenant_id = $1`,
};

const OF_VERSION = {
  name: 'program_of_version',
  text: `select ${TERMS_COLUMNS} from program_terms terms where tenant_id = $1 and version = $2`,
};

/** Version numbers have no gaps, so the next row is the previous version. */
const VERSIONS = {
  name: 'program_versions',
  text: `
    select terms.version, ${utc('terms.created_at')} as created_at, terms.created_by, ${TERMS_COLUMNS}
      from program_terms terms
     where terms.tenant_id = $1 and terms.version < $2
     order by terms.version desc
     limit $3`,
};

/** The metadata of a version. */
interface VersionInfo {
  readonly version: number;
  readonly created_at: string;
  readonly created_by: string;
}

/** The current version of the program, and what is used of its budget. */
export interface CurrentProgram extends Versioned<Program> {
  readonly budgetUsed: number;
}

/** One version of the program, and who saved it. */
export interface ProgramVersion extends VersionInfo {
  readonly program: Program;
}

@Injectable()
export class ConfigQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Returns the current program, or the default for a tenant that has not saved one. */
  async current(tenantId: string, at: Date): Promise<Program> {
    return (await this.currentVersion(tenantId, at)).state;
  }

  /**
   * Returns the current program and its version, 0 for a tenant that has not saved one, and what is used of the month's
   * budget in the currency's smallest unit.
   */
  async currentVersion(tenantId: string, at: Date): Promise<CurrentProgram> {
    const row = await this.reader.row<TermsRow & Omit<CurrentProgram, 'state'>>(tenantId, CURRENT, [
      tenantId,
      at,
    ]);
    if (row === undefined) return { state: DEFAULT_PROGRAM, version: 0, budgetUsed: 0 };
    const { version, budgetUsed: used, ...terms } = row;
    return { state: programOf(terms), version, budgetUsed: used };
  }

  /** Returns a version of the program; version 0 is the default, before the first save. */
  async ofVersion(tx: Transaction, version: number): Promise<Program> {
    if (version === 0) return DEFAULT_PROGRAM;
    const [row] = await tx.query<TermsRow>(OF_VERSION, [tx.tenantId, version]);
    if (row === undefined) throw new Error(`The program has no version ${version}.`);
    return programOf(row);
  }

  /** Returns up to `limit` versions below a number, newest first. */
  async versions(tenantId: string, below: number, limit: number): Promise<ProgramVersion[]> {
    const rows = await this.reader.rows<TermsRow & VersionInfo>(tenantId, VERSIONS, [tenantId, below, limit]);
    return rows.map(({ version, created_at, created_by, ...terms }) => ({
      ...{ version, created_at, created_by },
      program: programOf(terms),
    }));
  }
}

function programOf(row: TermsRow): Program {
  const { enabled, referrer, referee, ...settings } = row;
  return { enabled, referrer, referee, settings };
}
