// `npm run bench`: what the service costs against a raw floor. Arguments follow: `npm run bench -- --rounds 10`.
import { prepare } from './prepare.mjs';

prepare();
process.setSourceMapsEnabled(true);
await import('../dist/bench/main.js');
