import { SignedInSurface } from '../session/signed-in-surface.js';
import { openSurface } from '../ui/surface.js';
import { Portal } from './portal.js';

openSurface(
  <SignedInSurface name="portal" audience="customer">
    <Portal />
  </SignedInSurface>,
);
