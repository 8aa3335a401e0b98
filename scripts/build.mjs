import { buildWeb, prepare } from './prepare.mjs';

prepare();
buildWeb();
await import('./sdk-types.mjs');
