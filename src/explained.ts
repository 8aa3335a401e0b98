import { SettingsError } from './common/env.js';

interface SystemError extends Error {
  code?: string;
  syscall?: string;
  port?: number;
}

/** What a person at a terminal needs to know of a failed start or command: one line where the cause is theirs to mend. */
export function explained(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  return error instanceof Error ? explainedFailure(error) : String(error);
}

function explainedFailure(error: SystemError): string {
  const { code, syscall, port, message } = error;
  if (code === 'EADDRINUSE') return `Port ${port ?? ''} is in use: set PORT to another one.`;
  if (syscall === 'listen') return `HOST, PORT: can't listen there (${code ?? message}).`;
  // Errors of PostgreSQL and of sockets; of several addresses tried, the last message is empty.
  if (code !== undefined) return `The database can't be used: ${message || code}.`;
  if (/timeout|terminated/i.test(message)) return `The database can't be used: ${message}.`;
  return error.stack ?? message;
}
