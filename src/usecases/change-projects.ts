import { isWithdrawn } from '#db/answers.ts';
import { now } from '#db/clock.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import { findProject, insertProject, listProjects, setProjectRemoved } from '#db/projects.ts';
import type { ProjectEvent, ProjectState } from '#domain/filing/lifecycle/project.ts';
import { decideProject } from '#domain/filing/lifecycle/project.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

/** A bound against mistakes and abuse, far above any plan: the guide sets none. */
export const mostProjects = 100;

/** Adds an empty project at the end. */
export function addProject(deps: Deps, asker: Session | null, key: string, planId: string): Promise<{ id: string; number: string }> {
  return command(
    deps,
    { session: asker, key, act: 'project.add', says: { plan: planId } },
    atOnce(async (tx) => {
      const { plan } = authorisePlan(asker, 'project.add', await findPlanFacts(tx, planId, 'update'));
      await decide(tx, plan, 'new', 'add');
      const { id, number } = await insertProject(tx, plan.id, plan.callYear);
      return { reply: { id, number }, subject: plan.number, detail: { event: 'add', project: number } };
    }),
  );
}

/** Takes a project that the zone fills in itself out of the plan; its blocks stay, so that it can be restored. */
export function removeProject(deps: Deps, asker: Session | null, key: string, planId: string, projectId: string): Promise<{ done: true }> {
  return changeProject(deps, asker, key, planId, projectId, 'remove');
}

/** Puts a removed project back in its place. */
export function restoreProject(deps: Deps, asker: Session | null, key: string, planId: string, projectId: string): Promise<{ done: true }> {
  return changeProject(deps, asker, key, planId, projectId, 'restore');
}

function changeProject(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  projectId: string,
  event: 'remove' | 'restore',
): Promise<{ done: true }> {
  const act = event === 'remove' ? 'project.remove' : 'project.add';
  return command(
    deps,
    { session: asker, key, act, says: { plan: planId, project: projectId, event } },
    atOnce(async (tx) => {
      const { plan } = authorisePlan(asker, act, await findPlanFacts(tx, planId, 'update'));
      const project = await findProject(tx, plan.id, projectId);
      if (project === undefined) throw new Refusal('notFound');
      // Its owner must read why: removeProposal asks for a reason.
      if (event === 'remove' && project.ownerId !== null) throw new Refusal('badRequest', { at: ['reason'] });
      // What its company withdrew is not the zone's to bring back.
      if (event === 'restore' && (await isWithdrawn(tx, project.id))) throw new Refusal('wrongState');
      await decide(tx, plan, project.removedAt === null ? 'gathered' : 'removed', event);
      await setProjectRemoved(tx, project.id, event === 'remove' ? await now(tx) : null);
      return { reply: { done: true }, subject: plan.number, detail: { event, project: project.number } };
    }),
  );
}

async function decide(tx: Tx, plan: PlanFacts, state: ProjectState | 'new', event: ProjectEvent): Promise<void> {
  const { length } = await listProjects(tx, plan.id);
  const decision = decideProject(state, event, { by: ['zone'], planDrafting: plan.state === 'drafting', room: length < mostProjects });
  if (!decision.done) throw new Refusal(decision.code);
}
