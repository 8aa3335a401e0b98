import { type ComponentType, type JSX, lazy, Suspense } from 'react';
import { createBrowserRouter, Outlet, type RouteObject, RouterProvider } from 'react-router';
import { NotFound, PageSkeleton } from './page.js';
import { Shell } from './shell.js';

/** Loaded late: there is no notice before the first action. */
const Notices = lazy(() => import('./notices.js'));

/** Defines a route whose page is loaded when it is first opened. */
function page(path: string, load: () => Promise<{ default: ComponentType }>): RouteObject {
  const Page = lazy(load);
  return {
    path,
    element: (
      <Suspense fallback={<PageSkeleton />}>
        <Page />
      </Suspense>
    ),
  };
}

const router = createBrowserRouter(
  [
    {
      element: (
        <Shell>
          <Outlet />
        </Shell>
      ),
      children: [
        page('/', () => import('./overview/overview-page.js')),
        page('/customers', () => import('./customers/customers-page.js')),
        page('/customers/import', () => import('./customers/import/import-page.js')),
        page('/customers/referrals', () => import('./referrals/referrals-page.js')),
        page('/promos', () => import('./promos/promos-page.js')),
        page('/settings/referrals', () => import('./settings/settings-page.js')),
        { path: '*', element: <NotFound /> },
      ],
    },
  ],
  { basename: '/dashboard' },
);

export function Dashboard(): JSX.Element {
  return (
    <>
      <Suspense>
        <Notices />
      </Suspense>
      <RouterProvider router={router} />
    </>
  );
}
