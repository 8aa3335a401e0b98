import { buildWeb, prepare } from './prepare.mjs';

prepare({ tools: true });
buildWeb();
await import('./sdk-types.mjs');
