import { setImmediate } from 'node:timers/promises';
import { validateAs } from '../../core/http/validation.js';
import { normalizeEmail } from '../canonical-email.js';
import { CreateCustomerRequest } from '../customer.dto.js';
import { parseCustomerFile, type FileRow } from './customer-file.js';
import type { RowError, RequestedCustomer } from './import-plan.js';

/** The number of rows checked between two turns of the event loop. */
const SLICE = 50;

/** A row of a file: the requested customer, or the errors of the row. */
type CheckedRow =
  | { readonly customer: RequestedCustomer; readonly errors?: undefined }
  | { readonly customer?: undefined; readonly errors: readonly RowError[] };

/** The checked rows of a file. */
export interface CheckedFile {
  readonly rows: readonly CheckedRow[];
  readonly ignoredColumns: readonly string[];
}

/**
 * Parses a file of customers and validates each row like a request that creates one customer.
 * @throws DomainError `invalid_csv`
 */
export async function parseCheckedRows(text: string): Promise<CheckedFile> {
  const { rows: parsed, ignoredColumns } = await parseCustomerFile(text);
  const rows: CheckedRow[] = [];
  for (const row of parsed) {
    rows.push(await checkRow(row));
    if (rows.length % SLICE === 0) await setImmediate();
  }
  return { rows, ignoredColumns };
}

async function checkRow({ row, values }: FileRow): Promise<CheckedRow> {
  const { id, ...person } = values;
  const { value, errors } = await validateAs(CreateCustomerRequest, id === '' ? person : values);
  if (value === undefined) return { errors: errors.map((error) => ({ row, ...error })) };
  const { name, email, phone } = value;
  return { customer: { row, id: value.id, name, email: normalizeEmail(email), phone } };
}
