import { prepare } from '../../scripts/prepare.mjs';
import setUpDatabase from './global-setup.mjs';

/** Builds the service, because the suite starts its processes, and starts the test database. */
export default async function setUp() {
  prepare();
  await setUpDatabase();
}
