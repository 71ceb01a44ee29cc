import type { PlanFile } from '#web/api/queries.ts';
import { workbench } from '#web/messages/workbench.ts';

/** Name of the cluster, as the 申报表 has it. */
export function clusterOf(plan: PlanFile): string {
  const name = plan.documents.form['name']?.answers['name'];
  return typeof name === 'string' && name !== '' ? name : workbench.unnamed;
}
