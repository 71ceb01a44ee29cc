import { setIntake } from '#db/intakes.ts';
import { insertMending } from '#db/mendings.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { setPlanState } from '#db/plans.ts';
import type { MendingPart } from '#domain/filing/intake.ts';
import { decideIntake } from '#domain/filing/lifecycle/intake.ts';
import { decidePlan } from '#domain/filing/lifecycle/plan.ts';
import { outlineKeys } from '#domain/programme/look-up.ts';
import { formatDeadline, parseInstant } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { liveProjects, loadIntakeFile, type IntakeFile } from './intake-file.ts';
import { mendTimesOf } from './intake-read.ts';
import { tellFilers } from './intake-tell.ts';
import { mendingLink } from './links.ts';
import type { Session } from './session.ts';

/** A deadline beyond a year, in milliseconds, is a slip of the pen: the file would wait for it, and could not be refused. */
const longestMending = 366 * 86_400_000;

export type MendRequest = {
  /** ISO 8601. */
  readonly deadline: string;
  readonly reason: string;
  readonly parts: readonly MendingPart[];
  readonly paper: readonly string[];
};

/** 补正: the clerk's own act. Names what must be mended until when; from there on it is the zone's turn. */
export function askMending(deps: Deps, asker: Session | null, key: string, planId: string, asked: MendRequest, elapsed: () => number): Promise<{ done: true }> {
  const { reason, parts, paper } = asked;
  const says = { plan: planId, reason, deadline: asked.deadline, parts: parts.map((part) => ({ ...part })), paper };
  return command(
    deps,
    { session: asker, key, act: 'intake.mend', says },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'intake.mend', await findPlanFacts(tx, planId, 'update'));
      const file = await loadIntakeFile(tx, plan);
      const at = Date.parse(await arrivalOf(tx, elapsed));
      const deadline = parseInstant(asked.deadline);
      if (deadline === undefined || deadline <= at || deadline > at + longestMending) throw new Refusal('badRequest', { at: ['deadline'] });
      if (file.results.some((result) => result.decision === null)) throw new Refusal('wrongState');
      for (const [index, part] of parts.entries())
        if (part.text.trim() === '' || !isPart(file, part)) throw new Refusal('badRequest', { at: ['parts', String(index)] });
      const named = parts.length + paper.length > 0;
      const mendingLeft = file.mendings.length < mendTimesOf(file.edition);
      const decision = decideIntake(file.intake.state, 'mend', { by: ['clerk'], arrivedAt: at, deadline, named, mendingLeft, reason });
      if (!decision.done) throw new Refusal(decision.code);
      const plans = decidePlan(plan.state, 'mend', { by: ['sys'], arrivedAt: at, deadline, openProblems: 0, checkBegun: false, reason });
      if (!plans.done) throw new Refusal(plans.code);
      const until = new Date(deadline).toISOString();
      const round = await insertMending(tx, {
        intakeId: file.intake.id,
        n: file.version.n,
        deadline: until,
        reason: reason.trim(),
        parts,
        paper,
        askedBy: session.person,
      });
      await setIntake(tx, file.intake.id, { state: decision.to });
      await setPlanState(tx, plan.id, plans.to);
      await tellFilers(tx, file, 'intake.mend', { until: formatDeadline(deadline) }, mendingLink(plan.id));
      return {
        reply: { done: true },
        subject: plan.number,
        detail: { event: 'mend', round, version: file.version.n, deadline: until, parts: parts.map(({ document, block }) => `${document}/${block}`), paper },
      };
    }),
  );
}

/** Whether the file has such a block. */
function isPart(file: IntakeFile, { document, block }: MendingPart): boolean {
  const { edition } = file;
  const has = (form: { readonly blocks: readonly { readonly key: string }[] }): boolean => form.blocks.some((one) => one.key === block);
  if (document === 'form') return has(edition.forms.form);
  if (document === 'commitment') return has(edition.commitment.form);
  if (document === 'outline') return outlineKeys(edition).includes(block);
  return liveProjects(file).some((project) => project.id === document) && has(edition.forms.proposal);
}
