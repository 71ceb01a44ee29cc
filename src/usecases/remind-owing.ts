import { now } from '#db/clock.ts';
import type { OwedRow } from '#db/owed.ts';
import { insertNudge, listOwed } from '#db/owed.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';

/** How long somebody who was asked to hurry is left in peace: ours. */
const peace = 4 * 3_600_000;

/** Who owes the plan what, since when, and when they were last asked to hurry. */
export async function readOwed(deps: Deps, asker: Session | null, planId: string): Promise<readonly OwedRow[]> {
  const { plan } = authorisePlan(asker, 'plan.check', await findPlanFacts(deps.db, planId));
  return listOwed(deps.db, plan.id);
}

/** Asks one project's debtor, or everybody who owes something, to hurry. Whoever was asked within four hours is not asked again. */
export function remindOwing(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  projects: readonly string[] | 'all',
): Promise<{ reminded: number; left: number }> {
  const says = { plan: planId, projects: projects === 'all' ? projects : [...projects] };
  return command(
    deps,
    { session: asker, key, act: 'plan.remind', says },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'plan.remind', await findPlanFacts(tx, planId, 'update'));
      const meant = (await listOwed(tx, plan.id)).filter((one) => projects === 'all' || projects.includes(one.projectId));
      const at = Date.parse(await now(tx));
      const due = meant.filter((one) => one.nudgedAt === null || at - Date.parse(one.nudgedAt) >= peace);
      for (const one of due) {
        await insertNudge(tx, plan.id, one, session.person);
        await tellOrganisation(tx, one.organisationId, {
          kind: 'reminder.asked',
          link: linkOf(one),
          params: { zone: session.organisationName, what: one.what, number: one.number },
        });
      }
      const reply = { reminded: due.length, left: meant.length - due.length };
      return { reply, subject: plan.number, detail: { event: 'remind', projects: due.map((one) => one.number), ...reply } };
    }),
  );
}

/** Where whoever owes it goes to do it. */
export function linkOf({ what, projectId }: Pick<OwedRow, 'what' | 'projectId'>): string {
  return what === 'proposal' ? `/proposals/${projectId}` : '/recommendations';
}
