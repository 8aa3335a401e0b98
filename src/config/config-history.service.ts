import { Injectable } from '@nestjs/common';
import { changedFields, type State } from '../tenant/audit/changed-fields.js';
import { cursorFrom, cursorOf, invalidCursor, type Page, type PageRequest } from '../core/http/page.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import type { ConfigAnswer, ConfigVersionAnswer } from './config.dto.js';
import { ConfigQuery, type ProgramVersion } from './config.query.js';
import { configOf } from './program-config.js';
import { DEFAULT_PROGRAM } from './program-terms.js';

const MAX_VERSION = 2 ** 31 - 1;

/** Who saved what of the program, and when. */
@Injectable()
export class ConfigHistoryService {
  constructor(private readonly query: ConfigQuery) {}

  /**
   * The versions by their numbers, the newest first: moments of saves that raced need not be in that order.
   * @throws DomainError `validation_failed` for a bad cursor
   */
  async list({ id, currency }: Tenant, { limit, cursor }: PageRequest): Promise<Page<ConfigVersionAnswer>> {
    const rows = await this.query.versions(id, versionOf(cursor), limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      data: shown.map((row, index) => answerOf(row, rows[index + 1]?.program ?? DEFAULT_PROGRAM, currency)),
      has_more: more,
      next_cursor: more ? cursorOf({ at: last.created_at, id: String(last.version) }) : null,
    };
  }
}

/** The number that a page begins below. */
function versionOf(cursor: string | undefined): number {
  if (cursor === undefined) return MAX_VERSION;
  const { id } = cursorFrom(cursor);
  if (!/^[1-9]\d{0,8}$/.test(id)) throw invalidCursor();
  return Number(id);
}

function answerOf(
  { version, created_at, created_by, program }: ProgramVersion,
  former: ProgramVersion['program'],
  currency: string,
): ConfigVersionAnswer {
  const config = configOf(program, currency);
  const changes = changesFrom(stateOf(configOf(former, currency)), stateOf(config));
  return Object.assign({ version, created_at, created_by, changes }, config);
}

/** An answer's fields, without its class. */
const stateOf = (config: ConfigAnswer): State => Object.fromEntries(Object.entries(config));

function changesFrom(former: State, config: State): ConfigVersionAnswer['changes'] {
  const { before, after } = changedFields(former, config);
  return Object.keys(after ?? {}).map((field) => ({ field, from: before?.[field], to: after?.[field] }));
}
