import { setImmediate } from 'node:timers/promises';
import { validateAs } from '../../core/http/validation.js';
import { normaliseEmail } from '../canonical-email.js';
import { CreateCustomerRequest } from '../customer.dto.js';
import { customersIn, type FileRow } from './customer-file.js';
import type { RowError, WantedCustomer } from './import-plan.js';

/** Rows that are checked in one piece; in between others have their turn. */
const SLICE = 50;

/** A row of a file: the customer that it wants, or what is wrong with it. */
export type CheckedRow =
  | { readonly wanted: WantedCustomer; readonly errors?: undefined }
  | { readonly wanted?: undefined; readonly errors: readonly RowError[] };

/**
 * Reads a file of customers, and checks each row by the rules of a single customer.
 * @throws DomainError `invalid_csv`
 */
export async function checkedRowsIn(text: string): Promise<CheckedRow[]> {
  const rows: CheckedRow[] = [];
  for (const row of await customersIn(text)) {
    rows.push(await checkedRow(row));
    if (rows.length % SLICE === 0) await setImmediate();
  }
  return rows;
}

async function checkedRow({ row, values }: FileRow): Promise<CheckedRow> {
  const { id, ...person } = values;
  const { value, errors } = await validateAs(CreateCustomerRequest, id === '' ? person : values);
  if (value === undefined) return { errors: errors.map((error) => ({ row, ...error })) };
  const { name, email, phone } = value;
  return { wanted: { row, id: value.id, name, email: normaliseEmail(email), phone } };
}
