import type { AnswerRow } from '#db/answers.ts';
import { changeAnswer, findAnswer, planOfProject } from '#db/answers.ts';
import { saveBlock } from '#db/blocks.ts';
import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import type { ProjectRow } from '#db/projects.ts';
import { findProject, insertProject, listProjects, setProjectOwner, setProjectRemoved } from '#db/projects.ts';
import { decideAnswer } from '#domain/filing/lifecycle/answer.ts';
import { decideProject } from '#domain/filing/lifecycle/project.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authoriseAnswer } from './answers.ts';
import { mostProjects } from './change-projects.ts';
import { atOnce, command } from './command.ts';
import { beginPlan } from './create-plan.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import { answersLink, proposalLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import { offeredSummary } from './offered-summary.ts';
import { proposalAt } from './proposal-places.ts';
import type { Session } from './session.ts';

/**
 * Accepts an offer: the zone's plan gets a project that the company owns and writes, begun with what it offered. Two who accept one
 * offer at the same moment make one project: the second finds it accepted.
 */
export function acceptAnswer(deps: Deps, asker: Session | null, key: string, id: string): Promise<{ plan: string; project: string; number: string }> {
  return command(
    deps,
    { session: asker, key, act: 'answer.accept', says: { answer: id } },
    atOnce(async (tx) => {
      const { answer, session } = authoriseAnswer(asker, 'answer.accept', await findAnswer(tx, id, 'update'));
      const begun = await beginPlan(tx, session);
      const plan = await findPlanFacts(tx, begun.id, 'update');
      if (plan === undefined || plan.callId !== answer.callId) throw new Refusal('wrongState');
      const decision = decideAnswer(answer.state, 'accept', { by: ['zone'], locked: plan.state !== 'drafting' });
      if (!decision.done) throw new Refusal(decision.code);
      const room = (await listProjects(tx, plan.id)).length < mostProjects;
      const added = decideProject('new', 'add', { by: ['zone'], planDrafting: plan.state === 'drafting', room });
      if (!added.done) throw new Refusal(added.code);
      const project = await insertProject(tx, plan.id, plan.callYear);
      await prefill(tx, plan.editionDigest, answer, project, session);
      const at = await now(tx);
      await changeAnswer(
        tx,
        id,
        { state: decision.to, projectId: project.id, decidedAt: at },
        { event: 'accept', content: { project: project.number }, by: session.person },
      );
      const params = { zone: answer.zone, project: answer.title };
      if (answer.companyId !== null) await tellOrganisation(tx, answer.companyId, { kind: 'answer.accepted', params, link: proposalLink(project.id) });
      return {
        reply: { plan: plan.id, project: project.id, number: project.number },
        subject: plan.number,
        detail: { event: 'accept', answer: id, project: project.number, company: answer.companyName },
      };
    }),
  );
}

/** The proposal belongs to the company from its beginning, with what the offer says already in it. */
async function prefill(tx: Tx, editionDigest: string, answer: AnswerRow, project: ProjectRow, session: Session): Promise<void> {
  if (answer.companyId === null) throw new Error('an offer has a company');
  await setProjectOwner(tx, project.id, answer.companyId);
  const answers = offeredSummary(await pinnedEdition(tx, editionDigest), answer);
  const { block } = proposalAt;
  await saveBlock(tx, { planId: project.planId, document: project.id, block, base: 0, answers, savedAt: await now(tx), savedBy: session.person });
}

/** Declines an offer with the reason that the company reads. */
export function declineAnswer(deps: Deps, asker: Session | null, key: string, id: string, reason: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'answer.decline', says: { answer: id, reason } },
    atOnce(async (tx) => {
      const { answer, session } = authoriseAnswer(asker, 'answer.decline', await findAnswer(tx, id, 'update'));
      const decision = decideAnswer(answer.state, 'decline', { by: ['zone'], reason });
      if (!decision.done) throw new Refusal(decision.code);
      await changeAnswer(tx, id, { state: decision.to, reason, decidedAt: await now(tx) }, { event: 'decline', content: { reason }, by: session.person });
      const params = { zone: answer.zone, project: answer.title };
      if (answer.companyId !== null) await tellOrganisation(tx, answer.companyId, { kind: 'answer.declined', params, link: '/workbench' });
      return { reply: { done: true }, subject: answer.solicitationNumber ?? '', detail: { event: 'decline', answer: id, reason } };
    }),
  );
}

/** The company takes its answer back; where it was accepted, its project leaves the plan. */
export function withdrawAnswer(deps: Deps, asker: Session | null, key: string, id: string, reason: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'answer.withdraw', says: { answer: id, reason } },
    atOnce(async (tx) => {
      const { answer, session } = authoriseAnswer(asker, 'answer.withdraw', await findAnswer(tx, id, 'update'));
      const plan = await planOf(tx, answer);
      const locked = plan !== undefined && plan.state !== 'drafting';
      const decision = decideAnswer(answer.state, 'withdraw', { by: ['owner'], reason, locked });
      if (!decision.done) throw new Refusal(decision.code);
      const project = plan === undefined || answer.projectId === null ? undefined : await findProject(tx, plan.id, answer.projectId);
      if (project !== undefined && project.removedAt === null) await setProjectRemoved(tx, project.id, await now(tx));
      await changeAnswer(tx, id, { state: decision.to, reason, decidedAt: await now(tx) }, { event: 'withdraw', content: { reason }, by: session.person });
      const params = { company: answer.companyName, project: answer.title };
      await tellOrganisation(tx, answer.zoneId, { kind: 'answer.withdrawn', params, link: answersLink });
      return { reply: { done: true }, subject: answer.solicitationNumber ?? '', detail: { event: 'withdraw', answer: id, reason } };
    }),
  );
}

/** The plan that the accepted project is in, held against everybody else's events. */
async function planOf(tx: Tx, answer: AnswerRow) {
  if (answer.projectId === null) return undefined;
  return findPlanFacts(tx, await planOfProject(tx, answer.projectId), 'update');
}
