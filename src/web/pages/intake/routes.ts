import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { intakeTitles as titles } from '#web/messages/intake-titles.ts';
import { signedIn } from '#web/parent-routes.ts';

/** 扫码受理; `plan`: the file at hand. */
const desk = createRoute({
  getParentRoute: () => signedIn,
  path: '/intake',
  staticData: { title: titles.desk },
  component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
});

const checks = createRoute({
  getParentRoute: () => signedIn,
  path: '/intake/checks',
  staticData: { title: titles.checks },
  component: lazyRouteComponent(() => import('./lists.tsx'), 'ChecksPage'),
});

const file = createRoute({
  getParentRoute: () => signedIn,
  path: '/intake/files/$plan',
  staticData: { title: titles.checks },
  component: lazyRouteComponent(() => import('./file-page.tsx'), 'FilePage'),
});

const mendings = createRoute({
  getParentRoute: () => signedIn,
  path: '/intake/mendings',
  staticData: { title: titles.mendings },
  component: lazyRouteComponent(() => import('./lists.tsx'), 'MendingsPage'),
});

const register = createRoute({
  getParentRoute: () => signedIn,
  path: '/intake/register',
  staticData: { title: titles.register },
  component: lazyRouteComponent(() => import('./register-page.tsx'), 'RegisterPage'),
});

/** 受理审签, the province's. */
const results = createRoute({
  getParentRoute: () => signedIn,
  path: '/intake/results',
  staticData: { title: titles.results },
  component: lazyRouteComponent(() => import('./lists.tsx'), 'ResultsPage'),
});

const resultFile = createRoute({
  getParentRoute: () => signedIn,
  path: '/intake/results/$plan',
  staticData: { title: titles.results },
  component: lazyRouteComponent(() => import('./officer-page.tsx'), 'OfficerPage'),
});

export const intakeRoutes = [desk, checks, file, mendings, register, results, resultFile] as const;
