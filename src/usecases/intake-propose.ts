import { insertResult } from '#db/intakes.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { decideIntake } from '#domain/filing/lifecycle/intake.ts';
import { isComplete } from '#domain/intake/formal-check.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { liveProjects, loadIntakeFile, readFormalCheck, type IntakeFile } from './intake-file.ts';
import { intakeResultLink } from './links.ts';
import { tellOfficers } from './intake-tell.ts';
import type { Session } from './session.ts';

export type Proposal = {
  readonly kind: 'admit' | 'refuse' | 'strike';
  /** Of a strike: which project. */
  readonly project: string | null;
  readonly reason: string;
};

/** The clerk proposes a result; it is in force once an officer has agreed. */
export function proposeResult(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  proposal: Proposal,
  elapsed: () => number,
): Promise<{ id: string }> {
  return command(
    deps,
    { session: asker, key, act: 'intake.propose', says: { plan: planId, kind: proposal.kind, what: proposal.project, reason: proposal.reason } },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'intake.propose', await findPlanFacts(tx, planId, 'update'));
      const file = await loadIntakeFile(tx, plan);
      if (file.results.some((result) => result.decision === null)) throw new Refusal('wrongState');
      const struck = proposal.kind === 'strike' ? liveProjects(file).find((project) => project.id === proposal.project) : undefined;
      if (proposal.kind === 'strike' && struck === undefined) throw new Refusal('badRequest', { at: ['project'] });
      // The second person is to come: everything else must hold already.
      const { items } = await judgeResult(tx, file, proposal, 2, await arrivalOf(tx, elapsed));
      const id = await insertResult(tx, {
        intakeId: file.intake.id,
        planVersion: file.version.n,
        kind: proposal.kind,
        projectId: struck?.id ?? null,
        reason: proposal.reason.trim(),
        proposedBy: session.person,
        items: { items: items.map(({ item, result }) => ({ item, result })) },
      });
      await tellOfficers(tx, 'intake.proposed', intakeResultLink(plan.id), { number: plan.number, zone: file.zone });
      return { reply: { id }, subject: plan.number, detail: { event: 'propose', kind: proposal.kind, result: id, reason: proposal.reason } };
    }),
  );
}

/** Refuses a result that may not be: the formal check is asked anew, whatever was true when it was proposed. */
export async function judgeResult(db: Db, file: IntakeFile, { kind, reason }: Pick<Proposal, 'kind' | 'reason'>, persons: number, at: string) {
  const items = await readFormalCheck(db, file);
  const { minProjects } = file.edition.parameters;
  const decision = decideIntake(file.intake.state, kind, {
    by: ['clerk', 'officer'],
    arrivedAt: Date.parse(at),
    deadline: Date.parse(file.deadline),
    complete: isComplete(items),
    enoughProjects: liveProjects(file).length - 1 >= minProjects,
    reason,
    persons,
  });
  if (decision.done) return { decision, items };
  const open = items.filter(({ result }) => result !== 'met' && result !== 'excused').map(({ item, title }) => ({ item, title }));
  throw new Refusal(decision.code, decision.code === 'itemsOpen' ? { items: open } : {});
}
