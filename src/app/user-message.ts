import { DomainError } from '../common/domain-error.js';
import { SettingsError } from '../common/env.js';

interface ListenError extends Error {
  code?: string;
  syscall?: string;
  port?: number;
}

/**
 * Converts an error at startup or of a command to a message for the terminal: one line if the operator can fix the cause,
 * otherwise the stack.
 */
export function toUserMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SettingsError || error instanceof DomainError) return error.message;
  const { code, syscall, port } = error as ListenError;
  if (code === 'EADDRINUSE') return `Port ${port ?? ''} is in use. Set PORT to another one.`;
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return `HOST, PORT: can't listen on this address (${code ?? ''}).`;
  return error.stack ?? error.message;
}
