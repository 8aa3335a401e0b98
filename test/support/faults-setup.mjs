import { prepare } from '../../scripts/prepare.mjs';
import setUpDatabase from './global-setup.mjs';

/** Processes of the product are started from the build. */
export default async function setUp() {
  prepare();
  await setUpDatabase();
}
