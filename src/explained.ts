import { SettingsError } from './common/env.js';

interface SystemError extends Error {
  code?: string;
  syscall?: string;
  port?: number;
}

/** What a person at a terminal needs to know of a failed start or command: one line where the cause is theirs to mend. */
export function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, port, message } = error as SystemError;
  if (error instanceof SettingsError) return message;
  if (code === 'EADDRINUSE') return `Port ${port ?? ''} is in use: set PORT to another one.`;
  if (syscall === 'listen') return `HOST, PORT: can't listen there (${code ?? message}).`;
  // Errors of PostgreSQL and of sockets; of several addresses tried, the last message is empty.
  if (code !== undefined) return `The database can't be used: ${message || code}.`;
  if (/timeout|terminated/i.test(message)) return `The database can't be used: ${message}.`;
  return error.stack ?? message;
}
