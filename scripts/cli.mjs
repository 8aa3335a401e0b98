// `npm run token`, `tenant`, `migrate`, `openapi`: the command and its arguments follow.
import { prepare } from './prepare.mjs';

prepare();
await import('../dist/src/cli/main.js');
