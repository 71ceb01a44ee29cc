import type { Person, PlanRow } from '#web/api/queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import { shell, titles } from '#web/messages/shell.ts';

export interface NavItem {
  readonly to: string;
  readonly icon: IconName;
  readonly word: string;
  readonly progress?: string;
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
  plan: Pick<PlanRow, 'id'> | undefined,
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
  const start: NavGroup = {
    items: [me.kind === 'admin' ? { to: '/account', icon: 'user', word: titles.account } : { to: '/workbench', icon: 'home', word: titles.workbench }],
  };
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
  const versions: NavItem = { to: `/plans/${plan.id}/versions`, icon: 'file', word: titles.versions };
  if (me.kind !== 'zone') return [start, ...calling, ...gathering, { title: shell.groups.filing, items: [versions] }, ...people, open];
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
    { title: shell.groups.filing, items: [{ to: `/plans/${plan.id}/check`, icon: 'send', word: titles.check }, versions] },
    ...people,
    open,
  ];
}
