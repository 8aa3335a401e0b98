// `npm start`: from a fresh clone to a running product.
import { buildWeb, prepare } from './prepare.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

prepare();
buildWeb();
process.setSourceMapsEnabled(true);
stopWithParent();
await import('../dist/src/main.js');
