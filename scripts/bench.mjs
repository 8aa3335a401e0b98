// `npm run bench`: what the service costs against a raw floor. Arguments follow: `npm run bench -- --rounds 10`.
// `npm run bench -- summary`: the summary of a tenant with a million referrals.
import { prepare } from './prepare.mjs';

prepare();
process.setSourceMapsEnabled(true);
await import(process.argv[2] === 'summary' ? '../dist/bench/analytics.js' : '../dist/bench/main.js');
