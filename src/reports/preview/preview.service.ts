import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Clock } from '../../core/clock.js';
import { invalidInput } from '../../common/domain-error.js';
import type { SaveConfigRequest } from '../../config/config.dto.js';
import { ConfigService } from '../../config/config.service.js';
import { periodOf } from '../../config/allowances.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { Comparison } from './comparison.js';
import type { PreviewAnswer } from './preview.dto.js';
import { type PreviewPeriod, PreviewQuery } from './preview.query.js';
import { limitPeriodStart, type ProgramReplay } from './program-replay.js';
import type { SideTally } from './side-tally.js';

/** The number of referrals to replay before other work on the event loop gets a turn. */
const SLICE = 250;
const PERIOD_MS = 90 * 24 * 60 * 60 * 1000;

/** Previews the cost of changed terms. Read only. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly config: ConfigService,
    private readonly query: PreviewQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Replays the referrals of the last 90 days under the saved program and under the proposed one, as if each had been
   * saved when the period started.
   * @throws DomainError `validation_failed` as a save does, and when a sum exceeds 2^53
   */
  async preview(tenant: Tenant, request: SaveConfigRequest): Promise<PreviewAnswer> {
    const to = this.clock.now();
    const from = new Date(to.getTime() - PERIOD_MS);
    const { current, proposed, exposure } = await this.config.proposal(tenant, request);
    const range: PreviewPeriod = {
      from,
      to,
      currentSince: limitPeriodStart(current, from),
      proposedSince: limitPeriodStart(proposed, from),
      monthStart: periodOf('month', from).start,
    };
    const { budgetCents, dropped } = await this.query.totals(tenant.id, range);
    const comparison = new Comparison(current, proposed, from);
    for await (const chunk of this.query.referrals(tenant.id, range)) {
      for (const [index, { referral, earnedCurrent, earnedProposed }] of chunk.entries()) {
        if (index % SLICE === 0) await setImmediate();
        comparison.add({
          referral,
          beforeCurrent: { referrerRewards: earnedCurrent, budgetCents },
          beforeProposed: { referrerRewards: earnedProposed, budgetCents },
        });
      }
    }
    const period = { from: from.toISOString(), to: to.toISOString(), currency: tenant.currency };
    return {
      ...period,
      ...answerOf(comparison),
      dropped_by_promo: dropped,
      ...(exposure !== undefined && { exposure }),
    };
  }
}

type Compared = Omit<PreviewAnswer, 'from' | 'to' | 'currency' | 'dropped_by_promo' | 'exposure'>;

function answerOf({ referrals, affected, current, proposed, actual }: Comparison): Compared {
  return {
    referrals,
    affected,
    current: replayAnswer(current),
    proposed: replayAnswer(proposed),
    actual: costAnswer(actual),
    difference_cents: proposed.costCents - current.costCents,
  };
}

const replayAnswer = (replay: ProgramReplay): PreviewAnswer['current'] =>
  Object.assign(costAnswer(replay), { left_out: replay.leftOut });

function costAnswer({
  referrer,
  referee,
  costCents,
  waitingCents,
}: Pick<ProgramReplay, 'referrer' | 'referee' | 'costCents' | 'waitingCents'>): PreviewAnswer['actual'] {
  if (!Number.isSafeInteger(costCents) || !Number.isSafeInteger(waitingCents)) throw beyondCounting();
  return {
    referrer: sideAnswer(referrer),
    referee: sideAnswer(referee),
    cost_cents: costCents,
    waiting_cents: waitingCents,
  };
}

const sideAnswer = (side: SideTally): PreviewAnswer['actual']['referrer'] => ({
  rewards: side.rewards,
  credit_cents: side.creditCents,
  fixed_cents: side.fixedCents,
  percent_rewards: side.percentRewards,
  average_percent: side.averagePercent,
  percent_cents: side.percentCents,
  percent_unpriced: side.percentUnpriced,
  cost_cents: side.costCents,
});

const beyondCounting = (): ReturnType<typeof invalidInput> =>
  invalidInput({
    field: 'referral_reward_value',
    code: 'sum_too_large',
    message:
      'referral_reward_value or referral_reward_referee_value is too large: the total cost exceeds the largest supported number',
  });
