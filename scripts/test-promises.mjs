// `npm run test:promises`: plays random histories for a minute. `-- 20000` plays so many, however long that takes;
// `-- --seed 7 --path 3:0` plays one again, as a failed run prints it. Other arguments are passed to jest.
import { spawnSync } from 'node:child_process';
import { preparePackages } from './prepare.mjs';

preparePackages({ tools: true });
const args = process.argv.slice(2);
const asked = {
  ...(/^\d+$/.test(args[0] ?? '') && { PROMISES_HISTORIES: args.shift() }),
  ...option('seed'),
  ...option('path'),
};
const jest = ['node_modules/jest/bin/jest.js', ...args, '--selectProjects', 'promises'];
const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...jest], {
  stdio: 'inherit',
  env: { ...process.env, ...asked },
});
process.exitCode = status ?? 1;

/** Takes an option out of the arguments. */
function option(name) {
  const place = args.indexOf(`--${name}`);
  return place < 0 ? {} : { [`PROMISES_${name.toUpperCase()}`]: args.splice(place, 2)[1] };
}
