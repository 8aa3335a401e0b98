import { DomainError, invalidInput } from '../../common/domain-error.js';

export const keyReused = (): DomainError =>
  new DomainError(
    'invalid',
    'idempotency_key_reused',
    'This Idempotency-Key was used with a different body. Use a new key for a new request.',
  );

export const keyInProgress = (): DomainError =>
  new DomainError(
    'conflict',
    'idempotency_in_progress',
    'A request with this Idempotency-Key is in progress. Try again when it has completed.',
  );

export const invalidKey = (): DomainError =>
  invalidInput({
    field: 'Idempotency-Key',
    code: 'matches',
    message: 'Idempotency-Key must be 1 to 255 printable ASCII characters',
  });
