import 'reflect-metadata';
import { DomainError } from '../../common/domain-error.js';
import { toUserMessage } from '../user-message.js';
import { type Command, CommandFailure, UsageError } from './command.js';

/** The commands. A command and its dependencies are loaded only when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  ledger: async () => (await import('./ledger.command.js')).ledgerCommand,
  migrate: async () => (await import('./migrate.command.js')).migrateCommand,
  openapi: async () => (await import('./openapi.command.js')).openapiCommand,
  tenant: async () => (await import('./tenant.command.js')).tenantCommand,
  token: async () => (await import('./token.command.js')).tokenCommand,
  worker: async () => (await import('./worker.command.js')).workerCommand,
};

const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs one command. Its result goes to standard output, everything else to standard error. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const load = COMMANDS[name];
  if (load === undefined) throw new Error(`Unknown command ${name}.`);
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.usage}\n`);
    return 0;
  }
  try {
    process.stdout.write(`${await command.run(args)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n${command.usage}\n`);
      return WRONG_USAGE;
    }
    process.stderr.write(`${messageOf(error)}\n`);
    return FAILED;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof DomainError) return refusal(error);
  return error instanceof CommandFailure ? error.message : toUserMessage(error);
}

const refusal = ({ message, fields }: DomainError): string =>
  fields.map((field) => field.message).join('; ') || message;

process.exitCode = await main(process.argv.slice(2));
