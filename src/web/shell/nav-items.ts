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

/** Only what this person can open now; `plan` is the one at hand. What they may do with it, the server decides. */
export function navOf(me: Person, plan: Pick<PlanRow, 'id'> | undefined, formProgress: string | undefined): readonly NavGroup[] {
  const open: NavGroup = {
    title: shell.groups.open,
    items: [
      { to: '/guide', icon: 'text', word: titles.guide },
      { to: '/verify', icon: 'scan', word: titles.verify },
    ],
  };
  const start: NavGroup = { items: [{ to: '/workbench', icon: 'home', word: titles.workbench }] };
  if (!plan) return [start, open];
  const versions: NavItem = { to: `/plans/${plan.id}/versions`, icon: 'file', word: titles.versions };
  if (me.kind !== 'zone') return [start, { title: shell.groups.filing, items: [versions] }, open];
  return [
    start,
    {
      title: shell.groups.plan,
      items: [
        { to: `/plans/${plan.id}/form`, icon: 'form', word: titles.form, ...(formProgress ? { progress: formProgress } : {}) },
        { to: `/plans/${plan.id}/commitment`, icon: 'shield', word: titles.commitment },
      ],
    },
    { title: shell.groups.filing, items: [{ to: `/plans/${plan.id}/check`, icon: 'send', word: titles.check }, versions] },
    open,
  ];
}
