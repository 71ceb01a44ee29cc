import type { Person } from '#web/api/queries.ts';

/** Where those begin who have a screen of their own instead of the workbench. */
export function deskOf({ kind, adminRole }: Pick<Person, 'kind' | 'adminRole'>): '/audit' | '/security' | '/system' | undefined {
  if (kind === 'auditor' || adminRole === 'audit') return '/audit';
  if (adminRole === 'security') return '/security';
  return adminRole === 'system' ? '/system' : undefined;
}
