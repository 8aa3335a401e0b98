// `npm run token`, `tenant`, `migrate`, `worker`, `openapi`: the command and its arguments follow.
import { prepare } from './prepare.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

prepare();
stopWithParent();
await import('../dist/src/app/cli/main.js');
