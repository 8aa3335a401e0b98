import { once } from 'node:events';
import { env } from '../../common/env.js';
import { type Command, readArguments, UsageError } from './command.js';

export const workerCommand: Command = {
  usage: `npm run worker
  Runs background jobs only, such as due rewards and webhooks, until SIGTERM or Ctrl-C.
  Services beside it can be started with JOBS=0. Any number of workers share the jobs.`,

  async run(args) {
    if (readArguments(args, []).words.length > 0) throw new UsageError('The command takes no arguments.');
    const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    const settings = env(); // first, so that an invalid setting is reported before the service is loaded
    const { openService } = await import('../service.js');
    const service = await openService(settings);
    try {
      await service.work();
      process.stderr.write('the worker is running\n');
      await stopped;
    } finally {
      await service.close();
    }
    return 'stopped';
  },
};
