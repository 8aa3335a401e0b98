import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { omitUndefined } from '../common/omit-undefined.js';

interface LoggedError {
  name?: string;
  message?: string;
  code?: string;
  constraint?: string;
  stack?: string;
}

/**
 * Picks the fields of an error that may be logged. A failed statement also carries its values, which are personal data.
 */
const err = ({ name, message, code, constraint, stack }: LoggedError): LoggedError =>
  omitUndefined({ name, message, code, constraint, stack });

/** Creates a logger that writes JSON lines to standard error. Standard output is reserved for results. */
export const createLogger = (level: string): Logger =>
  pino({ level, serializers: { err } }, pino.destination({ fd: 2, sync: true }));

/** Writes Nest's messages through pino. Its startup messages are of no use to an operator and are logged at `debug`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  /**
   * Nest passes the class name last. An object contains the fields of the line; a string before the class name is its
   * message.
   */
  private write(level: 'trace' | 'debug' | 'warn' | 'error', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const text = rest.slice(0, -1).find((part) => typeof part === 'string');
    if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
    else if (typeof message === 'object') this.logger[level]({ context, ...message }, text);
    else this.logger[level]({ context }, message as string);
  }
}
