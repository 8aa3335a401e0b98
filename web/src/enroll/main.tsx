import { ApiProvider } from '../api/api-context.js';
import { openSurface } from '../ui/surface.js';
import { Enrollment } from './enrollment.js';

openSurface(
  <ApiProvider>
    <Enrollment />
  </ApiProvider>,
);
