import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import { Clock } from '../common/clock.js';
import { given } from '../common/given.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { unitsOf, valueOf } from '../tenant/value-units.js';
import type { ConfigAnswer, ReferralConfig, SaveConfigRequest } from './config.dto.js';
import { ConfigQuery } from './config.query.js';
import { ConfigRepository } from './config.repository.js';
import type { Program, ProgramSettings } from './program-terms.js';

/** A tenant's referral program: the switch and the terms. */
@Injectable()
export class ConfigService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly configs: ConfigRepository,
    private readonly query: ConfigQuery,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async get({ id, currency }: Tenant): Promise<ConfigAnswer> {
    return configOf(await this.query.current(id), currency);
  }

  /**
   * Saves a new version of the terms. What is recorded under an earlier one keeps that one.
   * @param actor who saves, as the history names it
   * @throws DomainError `validation_failed` for a value that the type or the currency does not allow
   */
  async save({ id, currency }: Tenant, config: SaveConfigRequest, actor: string): Promise<ConfigAnswer> {
    const terms = termsOf(config, currency);
    const at = this.clock.now();
    return this.unitOfWork.run(id, async (tx) => {
      const version = await this.configs.takeNextVersion(tx);
      const former = await this.query.ofVersion(tx, version - 1);
      const program = { ...terms, settings: { ...former.settings, ...given(settingsOf(config)) } };
      this.configs.addVersion(tx, version, program, actor, at);
      const [before, after] = [configOf(former, currency), configOf(program, currency)];
      const event = { type: 'config.updated', data: { version, enabled: program.enabled } } as const;
      this.audit.tell(tx, at, event, { targetId: id, before, after });
      return after;
    });
  }
}

function termsOf(config: ReferralConfig, currency: string): Omit<Program, 'settings'> {
  const { referral_reward_type: referrerType, referral_reward_referee_type: refereeType } = config;
  const units = (
    type: typeof referrerType,
    field: 'referral_reward_value' | 'referral_reward_referee_value',
  ): number => unitsOf(type, config[field], currency, field);
  return {
    enabled: config.referral_enabled,
    referrer: { type: referrerType, units: units(referrerType, 'referral_reward_value') },
    referee: { type: refereeType, units: units(refereeType, 'referral_reward_referee_value') },
  };
}

/** The settings that a request names. */
const settingsOf = (
  config: SaveConfigRequest,
): { [K in keyof ProgramSettings]?: ProgramSettings[K] | undefined } => ({
  qualifyOn: config.referral_qualify_on,
  holdDays: config.referral_hold_days,
  rewardExpiresDays: config.referral_reward_expires_days,
  maxRewards: config.referral_max_rewards_per_referrer,
  maxRewardsPeriod: config.referral_max_rewards_period,
  budgetCents: config.referral_budget_cents,
  keepAttribution: config.referral_keep_attribution,
  referrerNameDisplay: config.referrer_name_display,
});

const configOf = ({ enabled, referrer, referee, settings }: Program, currency: string): ConfigAnswer => ({
  referral_enabled: enabled,
  referral_reward_type: referrer.type,
  referral_reward_value: valueOf(referrer.type, referrer.units, currency),
  referral_reward_referee_type: referee.type,
  referral_reward_referee_value: valueOf(referee.type, referee.units, currency),
  referral_qualify_on: settings.qualifyOn,
  referral_hold_days: settings.holdDays,
  referral_reward_expires_days: settings.rewardExpiresDays,
  referral_max_rewards_per_referrer: settings.maxRewards,
  referral_max_rewards_period: settings.maxRewardsPeriod,
  referral_budget_cents: settings.budgetCents,
  referral_keep_attribution: settings.keepAttribution,
  referrer_name_display: settings.referrerNameDisplay,
});
