import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { customerMessages } from '../../messages/customers.js';
import { StatusBadge } from '../../ui/status-badge.js';
import type { Customer } from './customer.queries.js';

/** Whether a customer is active. */
export function CustomerStatusBadge({ status }: Pick<Customer, 'status'>): JSX.Element {
  const say = useSay();
  return (
    <StatusBadge tone={status === 'active' ? 'good' : 'over'}>{say(customerMessages[status])}</StatusBadge>
  );
}
