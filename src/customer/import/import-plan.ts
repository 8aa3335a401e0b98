import type { SeenRows } from './seen-rows.js';

/** A customer as a row describes it. The address is in its stored form. `phone` is undefined if the file has no such column. */
export interface RequestedCustomer {
  readonly row: number;
  readonly id?: string | undefined;
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null | undefined;
}

/** A stored customer, locked by the transaction of the import. */
export interface ExistingCustomer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly erased: boolean;
}

type Field = 'name' | 'email' | 'phone';

export interface Creation {
  readonly row: RequestedCustomer;
  readonly id: string;
}
export interface Change<Existing extends ExistingCustomer> {
  readonly before: Existing;
  readonly after: Existing;
  readonly fields: readonly Field[];
}

/** The reason why a row is not imported. */
export interface RowError {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** The earlier row with the same customer. */
  readonly first_row?: number;
}

export interface ImportPlan<Existing extends ExistingCustomer> {
  readonly creations: Creation[];
  readonly changes: Change<Existing>[];
  readonly unchanged: number;
  readonly errors: RowError[];
}

/**
 * Plans the import of each row, in the order of the file. A row is matched to a customer by its id, or by its address if it
 * has no id. A match is updated if it differs; a row without a match creates a customer.
 * @param existing every customer whose id or address appears in these rows
 * @param seen the rows planned so far; the rows planned here are added to it
 * @param makeId generates an id for a new customer whose row has none
 */
export function planImport<Existing extends ExistingCustomer>(
  rows: readonly RequestedCustomer[],
  existing: readonly Existing[],
  seen: SeenRows,
  makeId: () => string,
): ImportPlan<Existing> {
  const byId = new Map(existing.map((customer) => [customer.id, customer]));
  const byEmail = new Map(existing.map((customer) => [customer.email, customer]));
  const creations: Creation[] = [];
  const changes: Change<Existing>[] = [];
  const errors: RowError[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const holder = byEmail.get(row.email);
    const target = row.id === undefined ? holder : byId.get(row.id);
    const error = duplicateOf(row, target, seen) ?? refusalOf(row, target, holder, seen);
    if (error !== undefined) errors.push(error);
    else if (target === undefined) {
      const id = row.id ?? makeId();
      creations.push({ row, id });
      seen.add(row.row, id, row.email);
    } else {
      const change = changeOf(row, target);
      if (change.fields.length === 0) unchanged += 1;
      else changes.push(change);
      seen.add(row.row, target.id, row.email, change.fields.includes('email') ? target.email : undefined);
    }
  }
  return { creations, changes, unchanged, errors };
}

function duplicateOf(
  { row, id, email }: RequestedCustomer,
  target: ExistingCustomer | undefined,
  seen: SeenRows,
): RowError | undefined {
  const byId = seen.rowOfCustomer(id);
  const released = id === undefined ? seen.rowThatReleased(email) : undefined;
  const first_row = byId ?? seen.rowOfEmail(email) ?? seen.rowOfCustomer(target?.id) ?? released;
  if (first_row === undefined) return undefined;
  const message = `row ${first_row} has the same customer`;
  return { row, field: byId === undefined ? 'email' : 'id', code: 'duplicate_row', message, first_row };
}

/**
 * Returns the error for a row that cannot be imported: the customer was erased, or the e-mail address is taken or was given
 * up by an earlier row.
 */
function refusalOf(
  { row, email }: RequestedCustomer,
  target: ExistingCustomer | undefined,
  holder: ExistingCustomer | undefined,
  seen: SeenRows,
): RowError | undefined {
  if (target?.erased) {
    return {
      row,
      field: 'id',
      code: 'customer_erased',
      message: "this customer was erased and can't be changed",
    };
  }
  const takenByAnother = holder !== undefined && holder !== target;
  if (takenByAnother || seen.rowThatReleased(email) !== undefined) {
    return { row, field: 'email', code: 'email_taken', message: 'another customer has this e-mail address' };
  }
  return undefined;
}

function changeOf<Existing extends ExistingCustomer>(
  row: RequestedCustomer,
  before: Existing,
): Change<Existing> {
  const { name, email, phone = before.phone } = row;
  const after = { ...before, name, email, phone };
  const fields = (['name', 'email', 'phone'] as const).filter((field) => before[field] !== after[field]);
  return { before, after, fields };
}
