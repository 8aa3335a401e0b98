import 'reflect-metadata';
import { env } from './common/env.js';
import { demoBanner } from './app/demo/demo-banner.js';
import { DEMO_TENANT } from './app/demo/demo-data.js';
import { DemoSeederService } from './app/demo/demo-seeder.service.js';
import { toUserMessage } from './app/user-message.js';
import { openService, type Service } from './app/service.js';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function start(): Promise<Service> {
  const settings = env();
  const service = await openService(settings, say);
  try {
    const demo = settings.DEMO ?? settings.DATABASE_URL === undefined;
    if (demo && (await service.app.get(DemoSeederService).seedOnce()))
      say(`demo data made: tenant ${DEMO_TENANT.slug}`);
    await service.listen();
    const seconds = (performance.now() / 1000).toFixed(1); // since the process started
    say(`\n  Referrals is up at ${service.publicUrl} (${seconds} s)\n`);
    say(`  API docs   ${service.publicUrl}/api/docs`);
    say(`  OpenAPI    ${service.publicUrl}/api/openapi.json`);
    say(`  Health     ${service.publicUrl}/health/ready\n`);
    if (demo) say(await demoBanner(service));
    return service;
  } catch (error) {
    await service.close();
    throw error;
  }
}

/**
 * Shuts down gracefully on Ctrl-C and SIGTERM: open requests are answered, then the database is closed. A signal during
 * startup takes effect when that has finished; a second one has no effect.
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
