import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { titles } from '#web/messages/shell.ts';
import { signedIn } from '#web/parent-routes.ts';

const page = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/papers',
  staticData: { title: titles.papers },
  component: lazyRouteComponent(() => import('./papers-page.tsx'), 'PapersPage'),
});

/** What to print and seal, and the scan of it. */
export const papersRoutes = [page] as const;
