import type { PlanListRow, PlanScope } from '#db/plan-list.ts';
import { listPlanRows } from '#db/plan-list.ts';
import { textFor } from '#domain/access/may.ts';
import { authorise, subjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

/** Where the form keeps the cluster's name. */
const nameAt = ['name', 'name'] as const;

export interface ListedPlan {
  readonly id: string;
  readonly number: string;
  readonly cluster: string;
  readonly zone: string;
  readonly state: PlanListRow['state'];
  readonly latestVersion: number | null;
  readonly savedAt: string | null;
  readonly filedAt: string | null;
}

/** Exactly the plans that this person may see, each in the text that they may read. */
export async function listPlans(deps: Deps, asker: Session | null): Promise<ListedPlan[]> {
  const session = authorise(asker, 'plan.list', { kind: 'plans' });
  const rows = await listPlanRows(deps.db, scopeOf(session), nameAt);
  return rows.flatMap((row) => {
    const text = textFor(session, subjectOf(row));
    if (text === undefined) return [];
    const { id, number, zone, state, latest, filedAt } = row;
    const shown = text === 'live' ? { cluster: row.cluster ?? '', savedAt: row.savedAt } : { cluster: row.filedCluster ?? '', savedAt: null };
    return [{ id, number, zone, state, latestVersion: latest, filedAt, ...shown }];
  });
}

/** The database narrows by the same relations that decide each row. */
function scopeOf(session: Session): PlanScope {
  if (session.kind === 'zone') return { zoneId: session.organisation };
  return session.kind === 'city' ? { cityId: session.organisation } : 'all';
}
