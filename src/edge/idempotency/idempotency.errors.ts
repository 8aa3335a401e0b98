import { DomainError, invalidInput } from '../../common/domain-error.js';

export const keyReused = (): DomainError =>
  new DomainError(
    'invalid',
    'idempotency_key_reused',
    'This Idempotency-Key came with another body before. Send a new key with a new request.',
  );

export const keyInProgress = (): DomainError =>
  new DomainError(
    'conflict',
    'idempotency_in_progress',
    'A request with this Idempotency-Key is under way. Try again when it has been answered.',
  );

export const invalidKey = (): DomainError =>
  invalidInput({
    field: 'Idempotency-Key',
    code: 'matches',
    message: 'Idempotency-Key must be 1 to 255 printable ASCII characters',
  });
