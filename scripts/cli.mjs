// `npm run token`, `tenant`, `migrate`, `worker`, `openapi`: runs the command in the arguments.
import { prepare } from './prepare.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

prepare();
stopWithParent();
await import('../dist/src/app/cli/main.js');
