// `npm run dev`: bundles on change, and starts the service again when the build has changed.
import { spawn } from 'node:child_process';
import { buildWeb, prepare } from './prepare.mjs';

prepare();
buildWeb();
const options = { stdio: 'inherit' };
const bundler = spawn(process.execPath, ['scripts/build-service.mjs', 'service', 'watch'], options);
const service = spawn(
  process.execPath,
  ['--watch-path=dist/src', '--watch-preserve-output', '--enable-source-maps', 'dist/src/main.js'],
  options,
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    bundler.kill(signal);
    service.kill(signal);
  });
}
