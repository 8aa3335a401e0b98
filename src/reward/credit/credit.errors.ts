import { type DomainError, invalidInput } from '../../common/domain-error.js';
import { MAX_CENTS } from '../../common/money.js';

export const moreThanBalance = (balanceCents: number): DomainError =>
  invalidInput({
    field: 'amount_cents',
    code: 'more_than_balance',
    message: `amount_cents would take more than the balance of ${balanceCents}`,
  });

export const balanceTooLarge = (): DomainError =>
  invalidInput({
    field: 'amount_cents',
    code: 'balance_too_large',
    message: `amount_cents would bring the balance above ${MAX_CENTS}`,
  });

export const alreadyExpired = (): DomainError =>
  invalidInput({ field: 'expires_at', code: 'already_expired', message: 'expires_at must lie ahead' });

export const expiryWithoutGrant = (): DomainError =>
  invalidInput({
    field: 'expires_at',
    code: 'not_a_grant',
    message: 'expires_at belongs to a grant, which has an amount above 0',
  });
