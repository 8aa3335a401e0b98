import { openSurface } from '../ui/surface.js';
import { SignedInSurface } from '../session/signed-in-surface.js';
import { Dashboard } from './dashboard.js';

openSurface(
  <SignedInSurface name="dashboard" audience="tenant-admin">
    <Dashboard />
  </SignedInSurface>,
);
