import { decideResult, setIntake } from '#db/intakes.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { setPlanState } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { tellPeople } from './notify.ts';
import { decidePlan } from '#domain/filing/lifecycle/plan.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { loadIntakeFile, type IntakeFile } from './intake-file.ts';
import { judgeResult } from './intake-propose.ts';
import { tellFilers } from './intake-tell.ts';
import { intakeLink, versionsLink } from './links.ts';
import type { Session } from './session.ts';

interface Decision {
  readonly decision: 'agreed' | 'sentBack';
  /** Of sending back: why. */
  readonly reason: string;
}

/** An officer agrees with a proposed result, which is then in force, or sends it back to the clerk. */
export function decideIntakeResult(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  resultId: string,
  { decision, reason }: Decision,
  elapsed: () => number,
): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'intake.decide', says: { plan: planId, result: resultId, decision, reason } },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'intake.decide', await findPlanFacts(tx, planId, 'update'));
      const file = await loadIntakeFile(tx, plan);
      const result = file.results.find((one) => one.id === resultId);
      if (result === undefined) throw new Refusal('notFound');
      if (result.decision !== null) throw new Refusal('wrongState');
      if (result.proposedBy === session.person) throw new Refusal('secondPerson');
      if (decision === 'sentBack' && reason.trim() === '') throw new Refusal('badRequest', { at: ['reason'] });
      if (decision === 'agreed') await putInForce(tx, file, result, await arrivalOf(tx, elapsed));
      else await tellPeople(tx, [result.proposedBy], { kind: 'intake.sentBack', link: intakeLink(plan.id), params: { number: plan.number } });
      await decideResult(tx, result.id, { decision, by: session.person, reason: reason.trim() === '' ? null : reason.trim() });
      const event = decision === 'agreed' ? result.kind : 'sendBack';
      return {
        reply: { done: true },
        subject: plan.number,
        detail: { event, result: result.id, project: result.project, reason: result.reason, words: reason },
      };
    }),
  );
}

async function putInForce(tx: Tx, file: IntakeFile, result: IntakeFile['results'][number], at: string): Promise<void> {
  const { plan, intake, version } = file;
  // A version that came meanwhile was never looked at.
  if (result.planVersion !== version.n) throw new Refusal('wrongState');
  const { decision } = await judgeResult(tx, file, result, 2, at);
  await setIntake(tx, intake.id, { state: decision.to });
  if (result.kind === 'strike') {
    const params = { project: result.project ?? '', reason: result.reason };
    return tellFilers(tx, file, 'intake.struck', params, versionsLink(plan.id), result.projectId ?? undefined);
  }
  await setPlanState(tx, plan.id, planAfter(file, result.kind, result.reason, at));
  await tellFilers(tx, file, result.kind === 'admit' ? 'intake.admitted' : 'intake.refused', { reason: result.reason });
}

/** Where the plan goes with its intake; its projects go with it. */
export function planAfter({ plan }: Pick<IntakeFile, 'plan'>, event: 'admit' | 'refuse', reason: string, at: string) {
  const decision = decidePlan(plan.state, event, { by: ['sys'], arrivedAt: Date.parse(at), deadline: 0, openProblems: 0, checkBegun: false, reason });
  if (!decision.done) throw new Refusal(decision.code);
  return decision.to;
}
