import { DomainError, notFound } from '../../common/domain-error.js';

export const apiKeyNotFound = (): DomainError => notFound('api_key');

export const apiKeyNotActive = (): DomainError =>
  new DomainError('conflict', 'api_key_not_active', 'This API key has been revoked or rotated.');

export const tooManyApiKeys = (max: number): DomainError =>
  new DomainError(
    'conflict',
    'too_many_api_keys',
    `A tenant can have at most ${max} API keys. Revoke one first.`,
  );
