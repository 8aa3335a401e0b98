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

/** What a log may hold of an error: a failed statement also carries its values, which are people's data. */
const err = ({ name, message, code, constraint, stack }: LoggedError): LoggedError =>
  omitUndefined({ name, message, code, constraint, stack });

/** Lines of JSON on standard error: standard output belongs to what a person asked for. */
export const createLogger = (level: string): Logger =>
  pino({ level, serializers: { err } }, pino.destination({ fd: 2, sync: true }));

/** Nest's own messages through pino. Its chatter at start is of no use to an operator and goes to `debug`. */
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

  /** Nest passes the name of the class last; an object holds fields of the line, a text before the name its message. */
  private write(level: 'trace' | 'debug' | 'warn' | 'error', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const text = rest.slice(0, -1).find((part) => typeof part === 'string');
    if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
    else if (typeof message === 'object') this.logger[level]({ context, ...message }, text);
    else this.logger[level]({ context }, message as string);
  }
}
