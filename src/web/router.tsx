import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery, queryClient } from './api/queries.ts';
import { titles } from './messages/shell.ts';
import { papersRoutes } from './pages/papers/routes.ts';
import { auditRoutes, publicAuditRoutes } from './pages/audit/routes.ts';
import { intakeRoutes } from './pages/intake/routes.ts';
import { planMending } from './pages/mending/routes.ts';
import { planReceipt } from './pages/receipt/routes.ts';
import { root, signedIn } from './parent-routes.ts';
import { deskOf } from './shell/desk-of.ts';
import { ErrorPage } from './shell/error-page.tsx';

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
/** What the QR on paper holds: /V/<number>/<version>/<digest>/<paper>/<page>/<pages>. */
const verifyScanned = createRoute({ getParentRoute: () => root, path: '/V/$', staticData: { title: titles.verify }, component: verifyPage });

const workbench = createRoute({
  getParentRoute: () => signedIn,
  path: '/workbench',
  staticData: { title: titles.workbench },
  // Administrators and the auditor have no papers to work on, but screens of their own.
  beforeLoad: () => {
    const me = queryClient.getQueryData(meQuery.queryKey);
    const desk = me && deskOf(me);
    if (desk) throw redirect({ to: desk });
  },
  component: lazyRouteComponent(() => import('./pages/workbench/workbench-page.tsx'), 'WorkbenchPage'),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  staticData: { title: titles.account },
  component: lazyRouteComponent(() => import('./pages/account/account-page.tsx'), 'AccountPage'),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  staticData: { title: titles.people },
  component: lazyRouteComponent(() => import('./pages/people/people-page.tsx'), 'PeoplePage'),
});

const organisation = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$organisation',
  staticData: { title: titles.people },
  component: lazyRouteComponent(() => import('./pages/people/organisation-page.tsx'), 'OrganisationPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  staticData: { title: titles.join },
  component: lazyRouteComponent(() => import('./pages/people/join-page.tsx'), 'JoinPage'),
});

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  staticData: { title: titles.inbox },
  component: lazyRouteComponent(() => import('./pages/inbox/inbox-page.tsx'), 'InboxPage'),
});

const inboxChoices = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox/choices',
  staticData: { title: titles.inboxChoices },
  component: lazyRouteComponent(() => import('./pages/inbox/choices-page.tsx'), 'ChoicesPage'),
});

/** One table whose rows enterprises fill in themselves. */
const planCollect = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/collect/$block/$field',
  staticData: { title: titles.collect },
  component: lazyRouteComponent(() => import('./pages/collect/collect-page.tsx'), 'CollectPage'),
});

/** What an enterprise opens by its link. */
const fill = createRoute({
  getParentRoute: () => root,
  path: '/fill/$token',
  staticData: { title: titles.fill },
  component: lazyRouteComponent(() => import('./pages/collect/fill-page.tsx'), 'FillPage'),
});

const calls = createRoute({
  getParentRoute: () => signedIn,
  path: '/calls',
  staticData: { title: titles.calls },
  component: lazyRouteComponent(() => import('./pages/call/calls-page.tsx'), 'CallsPage'),
});

const oneCall = createRoute({
  getParentRoute: () => signedIn,
  path: '/calls/$call',
  staticData: { title: titles.calls },
  component: lazyRouteComponent(() => import('./pages/call/call-page.tsx'), 'CallPage'),
});

const register = createRoute({
  getParentRoute: () => signedIn,
  path: '/register',
  staticData: { title: titles.register },
  component: lazyRouteComponent(() => import('./pages/register/register-page.tsx'), 'RegisterPage'),
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
  component: lazyRouteComponent(() => import('./pages/proposal/proposal-page.tsx'), 'ZoneProposalPage'),
});

const planProjects = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/projects',
  staticData: { title: titles.projects },
  component: lazyRouteComponent(() => import('./pages/projects/projects-page.tsx'), 'ProjectsPage'),
});

const planProjectVersions = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/projects/$project/versions',
  staticData: { title: titles.proposalVersions },
  component: lazyRouteComponent(() => import('./pages/proposal/versions-page.tsx'), 'ZoneProposalVersionsPage'),
});

const proposal = createRoute({
  getParentRoute: () => signedIn,
  path: '/proposals/$project',
  staticData: { title: titles.project, work: true },
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./pages/proposal/proposal-page.tsx'), 'ProposalPage'),
});

const proposalPartners = createRoute({
  getParentRoute: () => signedIn,
  path: '/proposals/$project/partners',
  staticData: { title: titles.partners },
  component: lazyRouteComponent(() => import('./pages/proposal/partners-page.tsx'), 'PartnersPage'),
});

const proposalVersions = createRoute({
  getParentRoute: () => signedIn,
  path: '/proposals/$project/versions',
  staticData: { title: titles.proposalVersions },
  component: lazyRouteComponent(() => import('./pages/proposal/versions-page.tsx'), 'ProposalVersionsPage'),
});

const recommendations = createRoute({
  getParentRoute: () => signedIn,
  path: '/recommendations',
  staticData: { title: titles.recommendations },
  component: lazyRouteComponent(() => import('./pages/recommendation/recommendations.tsx'), 'RecommendationsPage'),
});

const recommendation = createRoute({
  getParentRoute: () => signedIn,
  path: '/recommendations/$project',
  staticData: { title: titles.recommendations, work: true },
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./pages/recommendation/recommendation-page.tsx'), 'RecommendationPage'),
});

/** The zone's own solicitation and what came in. */
const ownSolicitation = createRoute({
  getParentRoute: () => signedIn,
  path: '/solicitation',
  staticData: { title: titles.solicitation },
  component: lazyRouteComponent(() => import('./pages/solicitation/own-page.tsx'), 'OwnSolicitationPage'),
});

const solicitations = createRoute({
  getParentRoute: () => root,
  path: '/solicitations',
  staticData: { title: titles.solicitation },
  component: lazyRouteComponent(() => import('./pages/solicitation/list-page.tsx'), 'SolicitationsPage'),
});

const solicitation = createRoute({
  getParentRoute: () => root,
  path: '/solicitations/$solicitation',
  staticData: { title: titles.solicitation },
  component: lazyRouteComponent(() => import('./pages/solicitation/one-page.tsx'), 'SolicitationPage'),
});

/** What an invitation link opens, with or without an account. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$token',
  staticData: { title: titles.solicitation },
  component: lazyRouteComponent(() => import('./pages/solicitation/invitation-page.tsx'), 'InvitationPage'),
});

const planCommitment = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/commitment',
  staticData: { title: titles.commitment, work: true },
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./pages/form/form-page.tsx'), 'CommitmentPage'),
});

const planOutline = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/outline',
  staticData: { title: titles.outline, work: true },
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./pages/outline/outline-page.tsx'), 'OutlinePage'),
});

const planEvidence = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/evidence',
  staticData: { title: titles.evidence },
  component: lazyRouteComponent(() => import('./pages/evidence/evidence-page.tsx'), 'EvidencePage'),
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

/** 审查推荐: a city's zones side by side, and the check of one. */
const candidates = createRoute({
  getParentRoute: () => signedIn,
  path: '/city',
  staticData: { title: titles.city },
  component: lazyRouteComponent(() => import('./pages/city/candidates-page.tsx'), 'CandidatesPage'),
});

const planCity = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/city',
  staticData: { title: titles.city, work: true },
  component: lazyRouteComponent(() => import('./pages/city/check-page.tsx'), 'CityCheckPage'),
});

const routeTree = root.addChildren([
  home,
  guide,
  join,
  verify,
  verifyCode,
  verifyScanned,
  fill,
  solicitations,
  solicitation,
  invitation,
  ...publicAuditRoutes,
  signedIn.addChildren([
    calls,
    oneCall,
    register,
    ownSolicitation,
    planProjects,
    planProjectVersions,
    proposal,
    proposalPartners,
    proposalVersions,
    recommendations,
    recommendation,
    workbench,
    account,
    people,
    organisation,
    inbox,
    inboxChoices,
    planCollect,
    planForm,
    planProject,
    planCommitment,
    planOutline,
    planEvidence,
    planCheck,
    planVersions,
    candidates,
    planCity,
    planReceipt,
    planMending,
    ...auditRoutes,
    ...intakeRoutes,
    ...papersRoutes,
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true, defaultErrorComponent: ErrorPage, defaultPendingMs: 300 });
