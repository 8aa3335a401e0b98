import { Injectable } from '@nestjs/common';
import { TenantReader } from '../database/tenant-reader.js';
import type { ValueType } from '../tenant/value-units.js';
import { DEFAULT_PROGRAM, type Program } from './program-terms.js';

interface TermsRow {
  enabled: boolean;
  referrer_type: ValueType;
  referrer_units: number;
  referee_type: ValueType;
  referee_units: number;
}

const CURRENT = {
  name: 'program_current',
  text: `
    select terms.enabled, terms.referrer_type, terms.referrer_units, terms.referee_type, terms.referee_units
      from referral_program program
      join program_terms terms on terms.tenant_id = program.tenant_id and terms.version = program.terms_version
     where program.tenant_id = $1`,
};

@Injectable()
export class ConfigQuery {
  constructor(private readonly reader: TenantReader) {}

  /** The program as it stands, or the default of a tenant that never saved one. */
  async current(tenantId: string): Promise<Program> {
    const row = await this.reader.row<TermsRow>(tenantId, CURRENT, [tenantId]);
    if (row === undefined) return DEFAULT_PROGRAM;
    return {
      enabled: row.enabled,
      referrer: { type: row.referrer_type, units: row.referrer_units },
      referee: { type: row.referee_type, units: row.referee_units },
    };
  }
}
