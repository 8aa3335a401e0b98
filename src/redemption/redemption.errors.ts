import { DomainError, invalidInput, notFound } from '../common/domain-error.js';

export const redemptionNotFound = (): DomainError => notFound('redemption');

export const invoiceAlreadyRedeemed = (): DomainError =>
  new DomainError(
    'conflict',
    'invoice_already_redeemed',
    'This invoice has already been redeemed for a different customer or amount.',
  );

export const redemptionReversed = (): DomainError =>
  new DomainError(
    'conflict',
    'redemption_reversed',
    'This invoice was redeemed, and its redemption has been reversed. Use another invoice_id for a new invoice.',
  );

/** @param redemption_id the redemption of an invoice that was redeemed before */
export const totalChanged = (total_cents: number, redemption_id?: string): DomainError =>
  redemption_id === undefined
    ? new DomainError(
        'conflict',
        'total_changed',
        'The total of the invoice is not expected_total_cents. Nothing was done.',
        { current: { total_cents } },
      )
    : new DomainError(
        'conflict',
        'total_changed',
        'This invoice was redeemed before, and its total is not expected_total_cents.',
        { current: { total_cents, redemption_id } },
      );

export const redemptionAlreadyReversed = (): DomainError =>
  new DomainError(
    'conflict',
    'redemption_already_reversed',
    'This redemption has already been reversed in full.',
  );

export const wrongCurrency = (currency: string): DomainError =>
  invalidInput({ field: 'currency', code: 'wrong_currency', message: `currency must be ${currency}` });

export const onlyOneOf = (field: string, other: string): DomainError =>
  invalidInput({ field, code: 'only_one_of', message: `send ${field} or ${other}, not both` });

export const moreThanInvoice = (leftCents: number): DomainError =>
  invalidInput({
    field: 'refunded_cents',
    code: 'more_than_invoice',
    message: `refunded_cents must not exceed the ${leftCents} that can still be refunded`,
  });

export const moreThanApplied = (leftCents: number): DomainError =>
  invalidInput({
    field: 'amount_cents',
    code: 'more_than_applied',
    message: `amount_cents must not exceed the ${leftCents} that can still be reversed`,
  });
