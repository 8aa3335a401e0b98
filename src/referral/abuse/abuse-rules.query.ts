import { Injectable } from '@nestjs/common';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { Transaction } from '../../core/database/transaction.js';
import { type AbuseSettings, DEFAULT_SETTINGS, type Rule, SETTING_NAMES } from './abuse-rules.js';

/** Selects one row with the settings of the tenant `$1`, or the defaults if it has saved none. */
export const CURRENT_RULES = `
  select ${SETTING_NAMES.map((name) => `coalesce(saved.${name}, ${literal(DEFAULT_SETTINGS[name])}) as ${name}`).join(', ')}
    from (select $1::text as tenant_id) asked
    left join abuse_rules saved on saved.tenant_id = asked.tenant_id`;

/** The number of referrals that a rule matched, and the number that it held. */
interface RuleCount {
  readonly matched: number;
  readonly held: number;
}

export type SettingsWithCounts = AbuseSettings & {
  /** Without rules that have not matched. */
  readonly counts: Readonly<Partial<Record<Rule, RuleCount>>>;
};

const WITH_COUNTS = {
  name: 'abuse_rules_counted',
  text: `
    select rules.*,
           (select coalesce(json_object_agg(rule, json_build_object('matched', matched, 'held', held)), '{}')
              from (select rule, count(*) as matched, count(*) filter (where rule = any (held_by)) as held
                      from review, unnest(reasons) rule
                     where tenant_id = $1 and created_at > $2
                     group by rule) counted) as counts
      from (${CURRENT_RULES}) rules`,
};

@Injectable()
export class AbuseRulesQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Returns the settings, and the matches of each rule after `since`. */
  async withCounts(tenantId: string, since: Date, tx?: Transaction): Promise<SettingsWithCounts> {
    const row = await this.reader.row<SettingsWithCounts>(tenantId, WITH_COUNTS, [tenantId, since], tx);
    return row ?? { ...DEFAULT_SETTINGS, counts: {} };
  }
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value}'`;
}
