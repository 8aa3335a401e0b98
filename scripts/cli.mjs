// `npm run token`, `tenant`, `migrate`, `worker`, `openapi`: runs the command in the arguments.
import { prepare } from './prepare.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

// What comes after `npm run openapi` makes the client's types, with a package of the tools.
prepare({ tools: process.argv[2] === 'openapi' });
stopWithParent();
await import('../dist/src/app/cli/main.js');
