// `npm start`: installs, builds and starts the service, also in a fresh clone.
import { buildWeb, prepare } from './prepare.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

prepare();
buildWeb();
process.setSourceMapsEnabled(true);
stopWithParent();
await import('../dist/src/main.js');
