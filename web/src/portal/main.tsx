import { createRoot } from 'react-dom/client';
import { SignedInSurface } from '../session/signed-in-surface.js';
import { openSurface } from '../ui/surface.js';
import { EmbeddedPortal } from './embedded/embedded-portal.js';
import { connectToHost } from './embedded/host-page.js';
import { Portal } from './portal.js';

const isEmbedded = new URLSearchParams(location.search).has('embed') && parent !== window;
const root = document.getElementById('root');

if (isEmbedded && root !== null) {
  createRoot(root).render(<EmbeddedPortal host={connectToHost(parent)} />);
} else {
  openSurface(
    <SignedInSurface name="portal" audience="customer">
      <Portal />
    </SignedInSurface>,
  );
}
