import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { titles } from '#web/messages/shell.ts';
import { signedIn } from '#web/parent-routes.ts';

export const planMending = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/mending',
  staticData: { title: titles.mending },
  component: lazyRouteComponent(() => import('./mending-page.tsx'), 'MendingPage'),
});
