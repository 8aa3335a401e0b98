import type { SeenRows } from './seen-rows.js';

/** What a row wants a customer to be. The address is as it is stored; a phone number that is undefined is not spoken of. */
export interface WantedCustomer {
  readonly row: number;
  readonly id?: string | undefined;
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null | undefined;
}

/** A customer as they are, held by the transaction that plans. */
export interface KnownCustomer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly erased: boolean;
}

type Field = 'name' | 'email' | 'phone';

export interface Creation {
  readonly row: WantedCustomer;
  readonly id: string;
}
export interface Change<Known extends KnownCustomer> {
  readonly before: Known;
  readonly after: Known;
  readonly fields: readonly Field[];
}

/** Why a row is not taken. */
export interface RowError {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** The row before it that is about the same customer. */
  readonly first_row?: number;
}

export interface ImportPlan<Known extends KnownCustomer> {
  readonly creations: Creation[];
  readonly changes: Change<Known>[];
  readonly unchanged: number;
  readonly errors: RowError[];
}

/**
 * What becomes of each row, in the order of the file: who is known by the id, or without one by the address, is changed if
 * they differ; who is not is made.
 * @param known everybody who has an id or an address of these rows
 * @param seen is told of the rows that are taken
 * @param makeId for who comes without an id
 */
export function planned<Known extends KnownCustomer>(
  rows: readonly WantedCustomer[],
  known: readonly Known[],
  seen: SeenRows,
  makeId: () => string,
): ImportPlan<Known> {
  const byId = new Map(known.map((customer) => [customer.id, customer]));
  const byEmail = new Map(known.map((customer) => [customer.email, customer]));
  const creations: Creation[] = [];
  const changes: Change<Known>[] = [];
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
      seen.claim(row.row, id, row.email);
    } else {
      const change = changeOf(row, target);
      if (change.fields.length === 0) unchanged += 1;
      else changes.push(change);
      seen.claim(row.row, target.id, row.email, change.fields.includes('email') ? target.email : undefined);
    }
  }
  return { creations, changes, unchanged, errors };
}

function duplicateOf(
  { row, id, email }: WantedCustomer,
  target: KnownCustomer | undefined,
  seen: SeenRows,
): RowError | undefined {
  const byId = seen.ofCustomer(id);
  const left = id === undefined ? seen.thatGaveUp(email) : undefined;
  const first_row = byId ?? seen.ofAddress(email) ?? seen.ofCustomer(target?.id) ?? left;
  if (first_row === undefined) return undefined;
  const message = `row ${first_row} is about the same customer`;
  return { row, field: byId === undefined ? 'email' : 'id', code: 'duplicate_row', message, first_row };
}

/** What the database would refuse, row by row. */
function refusalOf(
  { row, email }: WantedCustomer,
  target: KnownCustomer | undefined,
  holder: KnownCustomer | undefined,
  seen: SeenRows,
): RowError | undefined {
  if (target?.erased) {
    return {
      row,
      field: 'id',
      code: 'customer_erased',
      message: 'this customer was erased, and can not be changed',
    };
  }
  const takenByAnother = holder !== undefined && holder !== target;
  if (takenByAnother || seen.thatGaveUp(email) !== undefined) {
    return { row, field: 'email', code: 'email_taken', message: 'another customer has this e-mail address' };
  }
  return undefined;
}

function changeOf<Known extends KnownCustomer>(row: WantedCustomer, before: Known): Change<Known> {
  const { name, email, phone = before.phone } = row;
  const after = { ...before, name, email, phone };
  const fields = (['name', 'email', 'phone'] as const).filter((field) => before[field] !== after[field]);
  return { before, after, fields };
}
