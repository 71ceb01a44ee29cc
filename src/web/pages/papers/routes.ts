import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { papers } from '#web/messages/papers.ts';
import { signedIn } from '#web/parent-routes.ts';

const page = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/papers',
  staticData: { title: papers.title },
  component: lazyRouteComponent(() => import('./papers-page.tsx'), 'PapersPage'),
});

/** What to print and seal, and the scan of it. */
export const papersRoutes = [page] as const;
