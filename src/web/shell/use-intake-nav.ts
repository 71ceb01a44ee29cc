import { useQuery } from '@tanstack/react-query';
import { intakesQuery } from '#web/api/intake-queries.ts';
import type { Person } from '#web/api/queries.ts';
import { intakeTitles as titles } from '#web/messages/intake-titles.ts';
import type { NavItem } from './nav-items.ts';

/** The desk of the intake centre and, for the province, what waits to be signed; each with how many wait. */
export function useIntakeNav(me: Person | null | undefined): readonly NavItem[] {
  const kind = me?.kind;
  const { data } = useQuery({ ...intakesQuery, enabled: (kind === 'intake' || kind === 'province') && me?.must === null });
  const waiting = (of: (file: NonNullable<typeof data>['files'][number]) => boolean) => {
    const n = data?.files.filter(of).length ?? 0;
    return n > 0 ? { progress: String(n) } : {};
  };
  if (kind === 'province') return [{ to: '/intake/results', icon: 'done', word: titles.results, ...waiting((one) => one.openResult !== null) }];
  if (kind !== 'intake') return [];
  return [
    { to: '/intake', icon: 'scan', word: titles.desk },
    { to: '/intake/checks', icon: 'list', word: titles.checks, also: /^\/intake\/files\//, ...waiting((one) => one.state === 'checking') },
    { to: '/intake/mendings', icon: 'back', word: titles.mendings, ...waiting((one) => one.state === 'mending') },
    { to: '/intake/register', icon: 'file', word: titles.register },
  ];
}
