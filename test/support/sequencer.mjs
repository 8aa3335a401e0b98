import Sequencer from '@jest/test-sequencer';

/** The longest specs, which run first so that no worker is left with one at the end. jest sorts the rest. */
const LONGEST = ['fuzz/openapi', 'processes/histories', 'processes/start', 'processes/event-loop'];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => LONGEST.findIndex((name) => path.includes(name)) + 1 || LONGEST.length + 1;
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
}
