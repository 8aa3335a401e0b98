import { Injectable } from '@nestjs/common';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { Transaction } from '../../core/database/transaction.js';
import { type AbuseSettings, DEFAULT_SETTINGS, type Rule, SETTING_NAMES } from './abuse-rules.js';

/** The settings of the tenant `$1`, in one row: the default ones where it never saved any. */
export const CURRENT_RULES = `
  select ${SETTING_NAMES.map((name) => `coalesce(saved.${name}, ${literal(DEFAULT_SETTINGS[name])}) as ${name}`).join(', ')}
    from (select $1::text as tenant_id) asked
    left join abuse_rules saved on saved.tenant_id = asked.tenant_id`;

/** How often a rule has matched, and how often it has held. */
interface RuleCount {
  readonly matched: number;
  readonly held: number;
}

export type CountedSettings = AbuseSettings & {
  /** Of the rules that have matched at all. */
  readonly counts: Readonly<Partial<Record<Rule, RuleCount>>>;
};

const COUNTED = {
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

  /** The rules, and how often each has matched since. */
  async counted(tenantId: string, since: Date, tx?: Transaction): Promise<CountedSettings> {
    const row = await this.reader.row<CountedSettings>(tenantId, COUNTED, [tenantId, since], tx);
    return row ?? { ...DEFAULT_SETTINGS, counts: {} };
  }
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value}'`;
}
