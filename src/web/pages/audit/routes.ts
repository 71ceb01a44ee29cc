import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditTitles as titles } from '#web/messages/audit-titles.ts';
import { root, signedIn } from '#web/parent-routes.ts';

/** What the auditor searches for; it stands in the address, so that a search can be kept and come back to. */
export interface LogSearch {
  readonly who?: string;
  readonly organisation?: string;
  readonly command?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: 'done' | 'refused';
  readonly before?: number;
}

const texts = ['who', 'organisation', 'command', 'subject'] as const;
const days = ['from', 'to'] as const;

function logSearch(search: Record<string, unknown>): LogSearch {
  const { outcome, before } = search;
  const kept = [
    ...texts.map((name) => [name, search[name]] as const).filter(([, value]) => typeof value === 'string' && value !== ''),
    ...days.map((name) => [name, search[name]] as const).filter(([, value]) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)),
  ];
  return {
    ...Object.fromEntries(kept),
    ...(outcome === 'done' || outcome === 'refused' ? { outcome } : {}),
    ...(typeof before === 'number' && before > 0 ? { before } : {}),
  };
}

const log = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  staticData: { title: titles.log },
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('./log-page.tsx'), 'LogPage'),
});

const looks = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit/looks',
  staticData: { title: titles.looks },
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('./log-page.tsx'), 'LooksPage'),
});

const entry = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit/entries/$entry',
  staticData: { title: titles.entry },
  component: lazyRouteComponent(() => import('./entry-page.tsx'), 'EntryPage'),
});

const file = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit/file',
  staticData: { title: titles.file },
  /** `at`: an instant, ISO 8601. */
  validateSearch: ({ number, at }: Record<string, unknown>): { readonly number?: string; readonly at?: string } => ({
    ...(typeof number === 'string' && number !== '' ? { number } : {}),
    ...(typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? { at } : {}),
  }),
  component: lazyRouteComponent(() => import('./file-page.tsx'), 'AuditFilePage'),
});

const check = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit/check',
  staticData: { title: titles.check },
  component: lazyRouteComponent(() => import('./check-page.tsx'), 'AuditCheckPage'),
});

const system = createRoute({
  getParentRoute: () => signedIn,
  path: '/system',
  staticData: { title: titles.system },
  component: lazyRouteComponent(() => import('./system-page.tsx'), 'SystemPage'),
});

const security = createRoute({
  getParentRoute: () => signedIn,
  path: '/security',
  staticData: { title: titles.security },
  component: lazyRouteComponent(() => import('./security-page.tsx'), 'SecurityPage'),
});

/** Pages of the auditor and of the administrators. */
export const auditRoutes = [log, looks, entry, file, check, system, security] as const;

const heads = createRoute({
  getParentRoute: () => root,
  path: '/heads',
  staticData: { title: titles.heads },
  component: lazyRouteComponent(() => import('./heads-page.tsx'), 'HeadsPage'),
});

/** What everybody may see of the chain. */
export const publicAuditRoutes = [heads] as const;
