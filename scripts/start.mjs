// `npm start`: from a fresh clone to a running product.
import { prepare } from './prepare.mjs';

prepare();
process.setSourceMapsEnabled(true);
await import('../dist/src/main.js');
