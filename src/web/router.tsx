import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery, queryClient } from './api/queries.ts';
import { titles } from './messages/shell.ts';
import { ErrorPage } from './shell/error-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { Shell } from './shell/shell.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly title?: string;
    /** Work surfaces fill the window: navigation shrinks to a rail of icons. */
    readonly work?: true;
  }
  interface Register {
    router: typeof router;
  }
}

function textOf(search: Record<string, unknown>, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' ? value : undefined;
}

/** `at`: JSON pointer of the field to open. */
function placeSearch(search: Record<string, unknown>): { readonly at?: string } {
  const at = textOf(search, 'at');
  return at ? { at } : {};
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: ErrorPage });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  staticData: { title: titles.home },
  /** `next`: where to go after signing in. */
  validateSearch: (search): { readonly next?: string } => {
    const next = textOf(search, 'next');
    return next?.startsWith('/') && !next.startsWith('//') ? { next } : {};
  },
  component: lazyRouteComponent(() => import('./pages/home/home-page.tsx'), 'HomePage'),
});

const guide = createRoute({
  getParentRoute: () => root,
  path: '/guide',
  staticData: { title: titles.guide },
  /** `rule`: the rule that a problem came from; it and its duties are marked. */
  validateSearch: (search): { readonly rule?: string } => {
    const rule = textOf(search, 'rule');
    return rule ? { rule } : {};
  },
  component: lazyRouteComponent(() => import('./pages/guide/guide-page.tsx'), 'GuidePage'),
});

const verifyPage = lazyRouteComponent(() => import('./pages/verify/verify-page.tsx'), 'VerifyPage');
const verify = createRoute({ getParentRoute: () => root, path: '/verify', staticData: { title: titles.verify }, component: verifyPage });
const verifyCode = createRoute({ getParentRoute: () => root, path: '/verify/$code', staticData: { title: titles.verify }, component: verifyPage });
/** What the QR on paper holds: /V/<number>/<version>/<digest>/<page>/<pages>. */
const verifyScanned = createRoute({ getParentRoute: () => root, path: '/V/$', staticData: { title: titles.verify }, component: verifyPage });

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: '/', search: { next: location.href } });
  },
});

const workbench = createRoute({
  getParentRoute: () => signedIn,
  path: '/workbench',
  staticData: { title: titles.workbench },
  component: lazyRouteComponent(() => import('./pages/workbench/workbench-page.tsx'), 'WorkbenchPage'),
});

const planForm = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/form',
  staticData: { title: titles.form, work: true },
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./pages/form/form-page.tsx'), 'FormPage'),
});

const planProject = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/projects/$project',
  staticData: { title: titles.project, work: true },
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./pages/form/form-page.tsx'), 'FormPage'),
});

const planCommitment = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/commitment',
  staticData: { title: titles.commitment, work: true },
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./pages/form/form-page.tsx'), 'CommitmentPage'),
});

const planCheck = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/check',
  staticData: { title: titles.check },
  component: lazyRouteComponent(() => import('./pages/check/check-page.tsx'), 'CheckPage'),
});

const planVersions = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/versions',
  staticData: { title: titles.versions },
  component: lazyRouteComponent(() => import('./pages/versions/versions-page.tsx'), 'VersionsPage'),
});

const routeTree = root.addChildren([
  home,
  guide,
  verify,
  verifyCode,
  verifyScanned,
  signedIn.addChildren([workbench, planForm, planProject, planCommitment, planCheck, planVersions]),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true, defaultErrorComponent: ErrorPage, defaultPendingMs: 300 });
