import type { PlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { listVersionProjects } from '#db/proposal-versions.ts';
import { findVersion } from '#db/versions.ts';
import type { Filed } from '#domain/filing/mending.ts';

/** A frozen version with the projects that it holds, as two texts are compared. */
export async function filedText(db: Db, plan: Pick<PlanFacts, 'id'>, n: number): Promise<Filed> {
  const version = await findVersion(db, plan.id, n);
  if (version === undefined) throw new Error('a version of a plan is missing');
  return { content: version.content, projects: await listVersionProjects(db, plan.id, n) };
}
