import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlanFile } from '#web/api/queries.ts';

type PlanPlaces = Pick<PlanFile, 'id' | 'projects'>;

/** True where a screen has the place that a pointer names. */
export function hasScreen(plan: PlanPlaces, pointer: string): boolean {
  return (
    ['form', 'commitment', 'outline', 'attachments'].includes(pointer.split('/')[1] ?? '') || pointer === '/projects' || projectOf(plan, pointer) !== undefined
  );
}

/** Opens the place that a pointer into the plan names; plain text where no screen has it yet. */
export function PlaceLink({
  plan,
  pointer,
  className,
  children,
}: {
  readonly plan: PlanPlaces;
  readonly pointer: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const look = className ? { className } : {};
  const project = projectOf(plan, pointer);
  if (project) {
    return (
      <Link to="/plans/$plan/projects/$project" params={{ plan: plan.id, project }} search={{ at: pointer }} {...look}>
        {children}
      </Link>
    );
  }
  if (pointer.startsWith('/commitment')) {
    return (
      <Link to="/plans/$plan/commitment" params={{ plan: plan.id }} search={{ at: pointer }} {...look}>
        {children}
      </Link>
    );
  }
  if (pointer.startsWith('/outline')) {
    return (
      <Link to="/plans/$plan/outline" params={{ plan: plan.id }} search={{ at: pointer }} {...look}>
        {children}
      </Link>
    );
  }
  if (pointer.startsWith('/attachments')) {
    return (
      <Link to="/plans/$plan/evidence" params={{ plan: plan.id }} {...look}>
        {children}
      </Link>
    );
  }
  if (pointer === '/projects') {
    return (
      <Link to="/plans/$plan/projects" params={{ plan: plan.id }} {...look}>
        {children}
      </Link>
    );
  }
  if (!hasScreen(plan, pointer)) return <span className="soft">{children}</span>;
  return (
    <Link to="/plans/$plan/form" params={{ plan: plan.id }} search={{ at: pointer }} {...look}>
      {children}
    </Link>
  );
}

function projectOf(plan: PlanPlaces, pointer: string): string | undefined {
  const [, document, index] = pointer.split('/');
  return document === 'projects' && index !== undefined ? plan.projects[Number(index)]?.id : undefined;
}
