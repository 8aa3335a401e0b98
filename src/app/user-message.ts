import { DomainError } from '../common/domain-error.js';
import { SettingsError } from '../common/env.js';

interface ListenError extends Error {
  code?: string;
  syscall?: string;
  port?: number;
}

/** What a person at a terminal needs to know of a failed start or command: one line where the cause is theirs to mend. */
export function toUserMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SettingsError || error instanceof DomainError) return error.message;
  const { code, syscall, port } = error as ListenError;
  if (code === 'EADDRINUSE') return `Port ${port ?? ''} is in use: set PORT to another one.`;
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return `HOST, PORT: can't listen there (${code ?? ''}).`;
  return error.stack ?? error.message;
}
