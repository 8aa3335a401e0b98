/** A command was called wrongly; the message says how, and the exit status is 2. */
export class UsageError extends Error {}
