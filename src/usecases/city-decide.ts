import { changeNote, listNotes, setCheckState } from '#db/city-checks.ts';
import { now } from '#db/clock.ts';
import { listOwners } from '#db/plan-recommendations.ts';
import { setPlanState } from '#db/plans.ts';
import { listHolders } from '#db/quotas.ts';
import type { Tx } from '#db/pool.ts';
import { findOrganisation } from '#db/organisations.ts';
import { decidePlan, type PlanEvent, type PlanState, type PlanWho } from '#domain/filing/lifecycle/plan.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { openCheck } from './city-check.ts';
import { cityStep, type HeldCheck, holdCheck, type SeenPlan } from './city-file.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { proposalLink, versionsLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';
import { addThread } from './talk.ts';

/** Returns the plan to its zone with what was noted at its fields: each note becomes a thread there, which the zone answers. */
export function returnPlan(deps: Deps, asker: Session | null, key: string, seen: SeenPlan, reason: string): Promise<{ done: true; notes: number }> {
  return command(
    deps,
    { session: asker, key, act: 'plan.return', says: { ...seen, reason } },
    atOnce(async (tx) => {
      const held = await holdCheck(tx, asker, 'plan.return', seen);
      const { plan, session, n } = held;
      const check = await openCheck(tx, held);
      const state = cityStep(held, check.state, 'return', { reason });
      const next = planStep(held, 'return', 'city', reason);
      await setCheckState(tx, check.id, state, { person: session.person, at: await now(tx), reason: reason.trim() });
      await setPlanState(tx, plan.id, next);
      const noted = await notesToThreads(tx, held, check.id);
      const params = { city: session.organisationName, number: plan.number, notes: noted.length, reason: reason.trim() };
      await tellOrganisation(tx, plan.zoneId, { kind: 'plan.returned', params, link: versionsLink(plan.id) });
      await tellNotedOwners(tx, held, new Set(noted));
      return { reply: { done: true, notes: noted.length }, subject: plan.number, detail: { event: 'return', version: n, notes: noted.length, reason } };
    }),
  );
}

/** Does not choose the plan, once the city has recommended another zone: the plan ends. */
export function declinePlan(deps: Deps, asker: Session | null, key: string, seen: SeenPlan, reason: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'plan.decline', says: { ...seen, reason } },
    atOnce(async (tx) => {
      const held = await holdCheck(tx, asker, 'plan.decline', seen);
      const { plan, session, n } = held;
      const cityHasRecommended = await othersHold(tx, held);
      if (!cityHasRecommended) throw new Refusal('wrongState');
      const check = await openCheck(tx, held);
      const state = cityStep(held, check.state, 'decline', { reason, cityHasRecommended });
      await setCheckState(tx, check.id, state, { person: session.person, at: await now(tx), reason: reason.trim() });
      await setPlanState(tx, plan.id, planStep(held, 'decline', 'sys', reason));
      const notice = { kind: 'plan.notChosen', params: { city: session.organisationName, number: plan.number, reason: reason.trim() } } as const;
      await tellOrganisation(tx, plan.zoneId, { ...notice, link: versionsLink(plan.id) });
      for (const { organisationId, projectId } of await listOwners(tx, plan.id)) {
        await tellOrganisation(tx, organisationId, { ...notice, link: proposalLink(projectId) });
      }
      return { reply: { done: true }, subject: plan.number, detail: { event: 'decline', version: n, reason } };
    }),
  );
}

/** The state that the city's act leads the plan to. */
export function planStep({ plan }: Pick<HeldCheck, 'plan'>, event: PlanEvent, by: PlanWho, reason?: string): PlanState {
  const facts = { by: [by], arrivedAt: 0, deadline: 0, openProblems: 0, checkBegun: true, ...(reason === undefined ? {} : { reason }) };
  const decision = decidePlan(plan.state, event, facts);
  if (!decision.done) throw new Refusal(decision.code);
  return decision.to;
}

async function othersHold(tx: Tx, { plan }: HeldCheck): Promise<boolean> {
  const city = await findOrganisation(tx, plan.cityId);
  const holders = await listHolders(tx, { callId: plan.callId, kind: 'recommendation', scope: city?.cityCode ?? '' });
  return holders.some((holder) => holder.planId !== plan.id);
}

/** Answers the documents that were noted on, one a note. */
async function notesToThreads(tx: Tx, { plan, session }: HeldCheck, checkId: string): Promise<readonly string[]> {
  const notes = await listNotes(tx, checkId);
  for (const { id, document, block, path, body, byPerson } of notes) {
    const threadId = await addThread(tx, { planId: plan.id, document, block, path }, { person: byPerson, organisation: session.organisation }, body);
    await changeNote(tx, id, { threadId });
  }
  return notes.map((note) => note.document);
}

/** A company whose own proposal was noted on hears of it; it can mend once its zone hands the proposal back. */
async function tellNotedOwners(tx: Tx, { plan, session }: HeldCheck, documents: ReadonlySet<string>): Promise<void> {
  for (const { organisationId, projectId, number } of await listOwners(tx, plan.id)) {
    if (!documents.has(projectId)) continue;
    await tellOrganisation(tx, organisationId, {
      kind: 'comment.added',
      params: { person: `${session.organisationName} ${session.name}`, place: number },
      link: proposalLink(projectId),
    });
  }
}
