/** What something was or is, as the API shows it. */
export type State = Readonly<Record<string, unknown>>;

/** The fields that differ, as they were and as they are. A thing that was made or removed has one side only. */
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
