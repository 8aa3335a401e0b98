import { once } from 'node:events';
import { env } from '../../common/env.js';
import { type Command, readArguments, UsageError } from './command.js';

export const workerCommand: Command = {
  usage: `npm run worker
  Does what nobody waits for, and nothing else, until SIGTERM or Ctrl-C: what time brings, and webhooks.
  Beside it, services can be started with JOBS=0. As many workers as there are share the work.`,

  async run(args) {
    if (readArguments(args, []).words.length > 0) throw new UsageError('It takes no arguments.');
    const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    const settings = env(); // a wrong one is told before the product is loaded
    const { openService } = await import('../service.js');
    const service = await openService(settings);
    try {
      await service.work();
      process.stderr.write('the worker is up\n');
      await stopped;
    } finally {
      await service.close();
    }
    return 'stopped';
  },
};
