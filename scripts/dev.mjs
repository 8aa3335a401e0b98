// `npm run dev`: compiles on change and restarts the service after each build.
import { spawn } from 'node:child_process';
import { buildWeb, prepare } from './prepare.mjs';

prepare();
buildWeb();
const options = { stdio: 'inherit' };
const compiler = spawn(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
  options,
);
const service = spawn(
  process.execPath,
  ['--watch-path=dist/src', '--watch-preserve-output', '--enable-source-maps', 'dist/src/main.js'],
  options,
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    compiler.kill(signal);
    service.kill(signal);
  });
}
