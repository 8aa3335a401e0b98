import { type DomainError, invalidInput } from '../../common/domain-error.js';
import { MAX_CENTS } from '../../common/money.js';

export const moreThanBalance = (balanceCents: number): DomainError =>
  invalidInput({
    field: 'amount_cents',
    code: 'more_than_balance',
    message: `amount_cents must not take more than the balance of ${balanceCents}`,
  });

export const balanceTooLarge = (): DomainError =>
  invalidInput({
    field: 'amount_cents',
    code: 'balance_too_large',
    message: `amount_cents must not raise the balance above ${MAX_CENTS}`,
  });

export const alreadyExpired = (): DomainError =>
  invalidInput({ field: 'expires_at', code: 'already_expired', message: 'expires_at must be in the future' });

export const expiryWithoutGrant = (): DomainError =>
  invalidInput({
    field: 'expires_at',
    code: 'not_a_grant',
    message: 'expires_at requires a grant: amount_cents above 0',
  });
