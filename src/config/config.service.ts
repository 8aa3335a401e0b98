import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Outbox } from '../outbox/outbox.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { unitsOf, valueOf } from '../tenant/value-units.js';
import type { ReferralConfig } from './config.dto.js';
import { ConfigQuery } from './config.query.js';
import { ConfigRepository } from './config.repository.js';
import type { Program } from './program-terms.js';

/** A tenant's referral program: the switch and the terms. */
@Injectable()
export class ConfigService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly configs: ConfigRepository,
    private readonly query: ConfigQuery,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async get({ id, currency }: Tenant): Promise<ReferralConfig> {
    return configOf(await this.query.current(id), currency);
  }

  /**
   * Saves a new version of the terms. What is recorded under an earlier one keeps that one.
   * @param actor who saves, as the history names it
   * @throws DomainError `validation_failed` for a value that the type or the currency does not allow
   */
  async save({ id, currency }: Tenant, config: ReferralConfig, actor: string): Promise<ReferralConfig> {
    const program = programOf(config, currency);
    const at = this.clock.now();
    await this.unitOfWork.run(id, async (tx) => {
      const version = await this.configs.addVersion(tx, program, actor, at);
      this.outbox.append(tx, at, { type: 'config.updated', data: { version, enabled: program.enabled } });
    });
    return configOf(program, currency);
  }
}

function programOf(config: ReferralConfig, currency: string): Program {
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

const configOf = ({ enabled, referrer, referee }: Program, currency: string): ReferralConfig => ({
  referral_enabled: enabled,
  referral_reward_type: referrer.type,
  referral_reward_value: valueOf(referrer.type, referrer.units, currency),
  referral_reward_referee_type: referee.type,
  referral_reward_referee_value: valueOf(referee.type, referee.units, currency),
});
