import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { proposalsQuery } from '#web/api/proposal-queries.ts';
import { checkQuery, editionQuery, planQuery, type Person } from '#web/api/queries.ts';
import { shell, titles } from '#web/messages/shell.ts';
import { countReady, lookedAt } from '#web/progress/project-look.ts';
import type { NavGroup, NavItem } from './nav-items.ts';
import { useIntakeNav } from './use-intake-nav.ts';

/** Soliciting and projects: the zone's, a company's own, or what a local authority recommends. Empty for everybody else. */
export function useGatheringNav(me: Person | null | undefined, plan: string | undefined): readonly NavGroup[] {
  const taken = useTakenProgress(me?.kind === 'zone' ? plan : undefined);
  const proposal = useOwnProposal(me);
  const items = itemsOf(me, plan, taken, proposal);
  const desk = useIntakeNav(me);
  if (desk.length > 0) return [{ items: desk }];
  return items.length > 0 ? [{ title: shell.groups.projects, items }] : [];
}

function itemsOf(me: Person | null | undefined, plan: string | undefined, taken: string | undefined, proposal: string | undefined): readonly NavItem[] {
  switch (me?.kind) {
    case 'zone':
      return [
        { to: '/solicitation', icon: 'send', word: titles.solicitation },
        ...(plan ? [{ to: `/plans/${plan}/projects`, icon: 'list', word: titles.projects, ...(taken ? { progress: taken } : {}) } as const] : []),
      ];
    case 'company':
    case 'institute':
      return [
        ...(proposal ? [{ to: `/proposals/${proposal}`, icon: 'form', word: titles.project } as const] : []),
        ...(proposal && me.kind === 'company' ? [{ to: `/proposals/${proposal}/partners`, icon: 'people', word: titles.partners } as const] : []),
        { to: '/solicitations', icon: 'send', word: titles.solicitation },
      ];
    case 'city':
      return [
        { to: '/city', icon: 'list', word: titles.city, also: /^\/plans\/[^/]+\/city$/ },
        { to: '/recommendations', icon: 'star', word: titles.recommendations },
      ];
    case 'local':
      return [{ to: '/recommendations', icon: 'star', word: titles.recommendations }];
    default:
      return [];
  }
}

/** `10/12`: projects taken, or filled in whole by the zone itself, of those needed; undefined until known. */
function useTakenProgress(plan: string | undefined): string | undefined {
  const enabled = plan !== undefined;
  const { data: file } = useQuery({ ...planQuery(plan ?? ''), enabled });
  const { data: problems } = useQuery({ ...checkQuery(plan ?? ''), enabled, staleTime: 30_000 });
  const { data: edition } = useQuery(editionQuery(file?.edition));
  return file && problems && edition ? `${countReady(lookedAt(edition, file, problems))}/${edition.parameters.minProjects}` : undefined;
}

/** The proposal at hand of a company or partner: the one that is open, else the only one. */
function useOwnProposal(me: Person | null | undefined): string | undefined {
  const { project } = useParams({ strict: false });
  const writes = me?.kind === 'company' || me?.kind === 'institute';
  const { data: proposals } = useQuery({ ...proposalsQuery, enabled: writes });
  if (!proposals) return undefined;
  const known = proposals.find((one) => one.id === project);
  return known?.id ?? (proposals.length === 1 ? proposals[0]?.id : undefined);
}
