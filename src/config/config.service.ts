import { Inject, Injectable } from '@nestjs/common';
import { AuditLogService } from '../tenant/audit/audit-log.service.js';
import type { Versioned } from '../common/domain-error.js';
import { Clock } from '../core/clock.js';
import { type Precondition, requireVersion } from '../core/http/entity-tag.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import { RATE_LIMITS, type RateLimits } from '../edge/rate-limit/rate-limit-policy.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import type {
  ConfigAnswer,
  CurrentConfigAnswer,
  ConfigVersionAnswer,
  SaveConfigRequest,
  SavedConfigAnswer,
} from './config.dto.js';
import { ConfigQuery, type ProgramVersion } from './config.query.js';
import { AllowanceRepository } from './allowance.repository.js';
import { periodOf } from './allowances.js';
import { ConfigRepository } from './config.repository.js';
import { type Exposure, exposureOf } from './exposure.js';
import { configOf, programFrom } from './program-config.js';
import { DEFAULT_PROGRAM, type Program, type ProgramSettings } from './program-terms.js';
import { changedFields, type State } from '../tenant/audit/changed-fields.js';
import { decodeCursor, encodeCursor, invalidCursor, type Page, type PageRequest } from '../core/http/page.js';

const MAX_VERSION = 2 ** 31 - 1;

interface Proposal {
  readonly current: Program;
  readonly proposed: Program;
  /** The exposure of the proposed program; undefined if a script earns nothing. */
  readonly exposure: Exposure | undefined;
}

/** Reads and saves the referral program of a tenant. */
@Injectable()
export class ConfigService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly configs: ConfigRepository,
    private readonly allowances: AllowanceRepository,
    private readonly query: ConfigQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
    @Inject(RATE_LIMITS) private readonly limits: RateLimits,
  ) {}

  /** Returns the current program, and the used part of its budget. */
  async get({ id, currency }: Tenant): Promise<Versioned<CurrentConfigAnswer>> {
    const at = this.clock.now();
    const { state, version, budgetUsed } = await this.query.currentVersion(id, at);
    const usage = usageOf(state.settings, budgetUsed, at);
    return { state: Object.assign(configOf(state, currency), usage), version };
  }

  /**
   * Saves a new version of the program. Existing referrals keep their version. The answer also contains the most that a
   * script could earn under the new terms.
   * @param actor as the history records it
   * @param expected the version to replace; undefined for any
   * @throws DomainError `validation_failed` for a value that the type or the currency does not allow, `version_conflict`
   */
  async save(
    { id, currency }: Tenant,
    config: SaveConfigRequest,
    actor: string,
    expected?: Precondition,
  ): Promise<Versioned<SavedConfigAnswer>> {
    const make = programFrom(config, currency);
    const at = this.clock.now();
    return this.unitOfWork.run(id, async (tx) => {
      const version = await this.configs.takeNextVersion(tx);
      const former = await this.query.ofVersion(tx, version - 1);
      const before = configOf(former, currency);
      requireVersion(expected, { state: before, version: version - 1 });
      const program = make(former);
      this.configs.addVersion(tx, version, program, actor, at);
      if (program.settings.budgetCents !== null) this.allowances.countBudget(tx, at);
      const after = configOf(program, currency);
      const event = { type: 'config.updated', data: { version, enabled: program.enabled } } as const;
      this.audit.recordWithEvent(tx, at, event, { targetId: id, before, after });
      const exposure = exposureOf(program, currency, this.limits.public);
      return {
        state: Object.assign(configOf(program, currency), exposure !== undefined && { exposure }),
        version,
      };
    });
  }

  /**
   * Returns the current program and the one that the request would save. Saves nothing.
   * @throws DomainError `validation_failed`, as `save` does
   */
  async proposal({ id, currency }: Tenant, config: SaveConfigRequest): Promise<Proposal> {
    const make = programFrom(config, currency);
    const current = await this.query.current(id, this.clock.now());
    const proposed = make(current);
    return { current, proposed, exposure: exposureOf(proposed, currency, this.limits.public) };
  }

  /**
   * Lists versions by number, newest first. Their times need not be in that order when saves were concurrent.
   * @throws DomainError `validation_failed` for an invalid cursor
   */
  async versions(
    { id, currency }: Tenant,
    { limit, cursor }: PageRequest,
  ): Promise<Page<ConfigVersionAnswer>> {
    const rows = await this.query.versions(id, versionOf(cursor), limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      data: shown.map((row, index) => answerOf(row, rows[index + 1]?.program ?? DEFAULT_PROGRAM, currency)),
      has_more: more,
      next_cursor: more ? encodeCursor({ at: last.created_at, id: String(last.version) }) : null,
    };
  }
}

/** Returns the used part of the month's budget, or nothing without a budget. */
function usageOf(
  { budgetCents }: ProgramSettings,
  used: number,
  at: Date,
): Pick<CurrentConfigAnswer, 'usage'> {
  if (budgetCents === null) return {};
  const budget = {
    period: periodOf('month', at).name,
    limit_cents: budgetCents,
    used_cents: used,
    left_cents: Math.max(budgetCents - used, 0),
  };
  return { usage: { budget } };
}

/** Returns the version number that the page starts below. */
function versionOf(cursor: string | undefined): number {
  if (cursor === undefined) return MAX_VERSION;
  const { id } = decodeCursor(cursor);
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

/** Copies the fields of an answer to a plain object. */
const stateOf = (config: ConfigAnswer): State => Object.fromEntries(Object.entries(config));

function changesFrom(former: State, config: State): ConfigVersionAnswer['changes'] {
  const { before, after } = changedFields(former, config);
  return Object.keys(after ?? {}).map((field) => ({ field, from: before?.[field], to: after?.[field] }));
}
