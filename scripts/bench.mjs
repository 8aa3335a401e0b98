// `npm run bench`: what the service costs against a raw floor. Arguments follow: `npm run bench -- --rounds 10`.
// `npm run bench -- summary`: the summary of a tenant with a million referrals.
// `npm run bench -- neighbours`: what a small tenant feels of a large one.
import { prepare } from './prepare.mjs';

prepare();
process.setSourceMapsEnabled(true);
const PROGRAMS = { summary: 'analytics', neighbours: 'neighbours' };
await import(`../dist/bench/${PROGRAMS[process.argv[2]] ?? 'main'}.js`);
