/** The state of a resource as the API shows it. */
export type State = Readonly<Record<string, unknown>>;

/** Returns the fields that differ, with their former and new values. A creation or removal has only one side. */
export function changedFields(
  before: State | undefined,
  after: State | undefined,
): { before: State | null; after: State | null } {
  if (before === undefined || after === undefined) return { before: before ?? null, after: after ?? null };
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const of = (state: State): State =>
    Object.fromEntries(fields.filter((field) => field in state).map((field) => [field, state[field]]));
  return { before: of(before), after: of(after) };
}
