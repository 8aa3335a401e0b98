import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { type AbuseSettings, DEFAULT_SETTINGS, SETTING_NAMES } from './abuse-rules.js';

/** A setting that is not given, null here, keeps what it was. They begin at `$4`, and the default ones come after them. */
const FIRST = 4;
const given = (index: number): string => `$${FIRST + index}`;
const byDefault = (index: number): string => `$${FIRST + SETTING_NAMES.length + index}`;
const cast = (name: keyof AbuseSettings): string => (name.endsWith('_limit') ? '::integer' : '::text');

/** The row lock puts savers in a row: each gets a version of its own, and builds on what the one before has saved. */
const SAVE = {
  name: 'abuse_rules_save',
  text: `
    insert into abuse_rules as saved (tenant_id, version, updated_by, updated_at, ${SETTING_NAMES.join(', ')})
    values ($1, 1, $2, $3, ${SETTING_NAMES.map((name, index) => `coalesce(${given(index)}${cast(name)}, ${byDefault(index)}${cast(name)})`).join(', ')})
    on conflict (tenant_id) do update
       set version = saved.version + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at,
           ${SETTING_NAMES.map((name, index) => `${name} = coalesce(${given(index)}${cast(name)}, saved.${name})`).join(', ')}
    returning version, ${SETTING_NAMES.join(', ')}`,
};

/** Of the tenant itself: before the first save there is no row of the rules to lock. */
const LOCK = {
  name: 'abuse_rules_lock',
  text: 'select from tenant where id = $1 for no key update',
};

export type SavedRules = AbuseSettings & { readonly version: number };

@Injectable()
export class AbuseRulesRepository {
  /** Nobody else saves rules before the transaction ends. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query(LOCK, [tx.tenantId]);
  }

  /** Saves the settings that are given as a new version of the rules. */
  async save(tx: Transaction, settings: Partial<AbuseSettings>, by: string, at: Date): Promise<SavedRules> {
    const [saved] = await tx.query<SavedRules>(SAVE, [
      tx.tenantId,
      by,
      at,
      ...SETTING_NAMES.map((name) => settings[name] ?? null),
      ...SETTING_NAMES.map((name) => DEFAULT_SETTINGS[name]),
    ]);
    return saved ?? { ...DEFAULT_SETTINGS, ...settings, version: 1 };
  }
}
