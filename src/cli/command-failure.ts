/** The command did its work, and what it found is bad news: one line for standard error, and exit 1. */
export class CommandFailure extends Error {}
