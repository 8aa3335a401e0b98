import 'reflect-metadata';
import { DomainError } from '../../common/domain-error.js';
import { toUserMessage } from '../user-message.js';
import { type Command, CommandFailure, UsageError } from './command.js';
import { ledgerCommand } from './ledger.command.js';
import { migrateCommand } from './migrate.command.js';
import { openapiCommand } from './openapi.command.js';
import { tenantCommand } from './tenant.command.js';
import { tokenCommand } from './token.command.js';
import { workerCommand } from './worker.command.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  ledger: ledgerCommand,
  migrate: migrateCommand,
  openapi: openapiCommand,
  tenant: tenantCommand,
  token: tokenCommand,
  worker: workerCommand,
};

const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs one command. Its result goes to standard output, everything else to standard error. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command === undefined) throw new Error(`There is no command ${name}.`);
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
