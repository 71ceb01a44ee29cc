import type { Person, PlanRow } from '#web/api/queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import { auditTitles } from '#web/messages/audit-titles.ts';
import { shell, titles } from '#web/messages/shell.ts';
import { deskOf } from './desk-of.ts';

export interface NavItem {
  readonly to: string;
  readonly icon: IconName;
  readonly word: string;
  readonly progress?: string;
  /** Pages elsewhere that belong to it. */
  readonly also?: RegExp;
}

export interface NavGroup {
  readonly title?: string;
  readonly items: readonly NavItem[];
}

/** Kinds of organisations that have people, or companies, of their own to look after. */
const peopled: ReadonlySet<Person['kind']> = new Set<Person['kind']>(['zone', 'province', 'intake', 'city', 'local', 'company', 'institute']);

/** Only what this person can open now; `plan` is the one at hand. What they may do with it, the server decides. */
export function navOf(
  me: Person,
  plan: Pick<PlanRow, 'id' | 'state'> | undefined,
  formProgress: string | undefined,
  outlineProgress?: string,
  proofProgress?: string,
  gathering: readonly NavGroup[] = [],
): readonly NavGroup[] {
  const open: NavGroup = {
    title: shell.groups.open,
    items: [
      { to: '/guide', icon: 'text', word: titles.guide },
      { to: '/verify', icon: 'scan', word: titles.verify },
    ],
  };
  const start = startOf(me);
  const calling: readonly NavGroup[] =
    me.kind === 'province'
      ? [
          {
            items: [
              { to: '/calls', icon: 'list', word: titles.calls },
              { to: '/register', icon: 'shield', word: titles.register },
            ],
          },
        ]
      : [];
  const people: readonly NavGroup[] =
    peopled.has(me.kind) || me.adminRole === 'security'
      ? [{ title: shell.groups.people, items: [{ to: '/people', icon: 'people', word: titles.people }] }]
      : [];
  if (!plan) return [start, ...calling, ...gathering, ...people, open];
  const mending: readonly NavItem[] = plan.state === 'mending' ? [{ to: `/plans/${plan.id}/mending`, icon: 'back', word: titles.mending }] : [];
  const versions: NavItem = { to: `/plans/${plan.id}/versions`, icon: 'file', word: titles.versions };
  const papersItem: NavItem = { to: `/plans/${plan.id}/papers`, icon: 'scan', word: titles.papers };
  if (me.kind !== 'zone')
    return [
      start,
      ...calling,
      ...gathering,
      { title: shell.groups.filing, items: me.kind === 'city' ? [...mending, versions, papersItem] : [...mending, versions] },
      ...people,
      open,
    ];
  return [
    start,
    {
      title: shell.groups.plan,
      items: [
        { to: `/plans/${plan.id}/form`, icon: 'form', word: titles.form, ...(formProgress ? { progress: formProgress } : {}) },
        { to: `/plans/${plan.id}/outline`, icon: 'text', word: titles.outline, ...(outlineProgress ? { progress: outlineProgress } : {}) },
        { to: `/plans/${plan.id}/commitment`, icon: 'shield', word: titles.commitment },
        { to: `/plans/${plan.id}/evidence`, icon: 'clip', word: titles.evidence, ...(proofProgress ? { progress: proofProgress } : {}) },
      ],
    },
    ...gathering,
    { title: shell.groups.filing, items: [...mending, { to: `/plans/${plan.id}/check`, icon: 'send', word: titles.check }, versions, papersItem] },
    ...people,
    open,
  ];
}

/** The workbench, or the screens of who has no papers to work on. */
function startOf(me: Person): NavGroup {
  switch (deskOf(me)) {
    case '/audit':
      return {
        items: [
          { to: '/audit', icon: 'list', word: auditTitles.log },
          { to: '/audit/file', icon: 'clock', word: auditTitles.file },
          { to: '/audit/looks', icon: 'user', word: auditTitles.looks },
          { to: '/audit/check', icon: 'shield', word: auditTitles.check },
        ],
      };
    case '/security':
      return { items: [{ to: '/security', icon: 'lock', word: auditTitles.security }] };
    case '/system':
      return { items: [{ to: '/system', icon: 'form', word: auditTitles.system }] };
    case undefined:
      return { items: [{ to: '/workbench', icon: 'home', word: titles.workbench }] };
  }
}
