import { DomainError, notFound } from '../common/domain-error.js';

export const rewardNotFound = (): DomainError => notFound('reward');

export const rewardExists = (): DomainError =>
  new DomainError('conflict', 'reward_exists', 'This side of the referral already has a reward.');
