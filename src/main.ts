import 'reflect-metadata';
import { secretsOf } from './app/secrets.js';
import type { Service } from './app/service.js';
import { toUserMessage } from './app/user-message.js';
import { env } from './common/env.js';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Checks the settings before the rest of the service is loaded, so that an invalid one is reported at once. */
async function start(): Promise<Service> {
  const settings = env();
  secretsOf(settings);
  const { startService } = await import('./app/start-service.js');
  return startService(settings, say);
}

/**
 * Shuts down gracefully on Ctrl-C and SIGTERM: open requests are answered, then the database is closed. A signal during
 * startup takes effect after the startup; a second signal has no effect.
 */
function stopOnSignals(started: Promise<Service>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('\nstopping …');
    started.then((service) => service.close()).then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function fail(error: unknown): never {
  process.stderr.write(`${toUserMessage(error)}\n`);
  process.exit(1);
}

const started = start();
stopOnSignals(started);
started.catch(fail);
