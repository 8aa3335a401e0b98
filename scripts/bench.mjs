// `npm run bench`: measures the service beside a raw floor. Arguments follow: `npm run bench -- --rounds 10`.
// `npm run bench -- summary`: the summary of a tenant with a million referrals.
// `npm run bench -- neighbours`: how a large tenant's load affects a small one.
import { prepare } from './prepare.mjs';

prepare({ tools: true });
process.setSourceMapsEnabled(true);
const PROGRAMS = { summary: 'analytics', neighbours: 'neighbours' };
await import(`../dist/bench/${PROGRAMS[process.argv[2]] ?? 'main'}.js`);
