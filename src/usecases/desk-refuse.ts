import { findRefusal, insertRefusal, type ListedRefusal } from '#db/paper-desk.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { findPlanNumbered } from '#db/plans.ts';
import type { Db } from '#db/pool.ts';
import { latestVersion } from '#db/versions.ts';
import { renderRefusal, type RefusalPaper } from '#documents/render/draw-intake.ts';
import { formatDeadline } from '#domain/values/instant.ts';
import { deskText } from '#domain/intake/desk-text.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorise, authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { answerCode, mostKept, paperDeadline, type DeskAnswer } from './desk-look.ts';
import type { PdfFile } from './draft-pdf.ts';
import { editionInForce } from './edition-in-force.ts';
import { loadIntakeFile } from './intake-file.ts';
import { tellFilers } from './intake-tell.ts';
import { papersLink } from './links.ts';
import type { Handed } from './receive-paper.ts';
import type { Session } from './session.ts';

type Cause = RefusalPaper['cause'];

/** Notes that paper was not taken. Why is found out here, from its code; what only the eye sees must be said in the remark. */
export function refusePaper(
  deps: Deps,
  asker: Session | null,
  key: string,
  handed: Omit<Handed, 'counts'>,
  elapsed: () => number,
): Promise<{ refusal: string; cause: Cause; at: string }> {
  return command(
    deps,
    { session: asker, key, act: 'desk.refuse', says: { ...handed } },
    atOnce(async (tx) => {
      const session = authorise(asker, 'desk.refuse', { kind: 'call' });
      const at = await arrivalOf(tx, elapsed);
      const { handedInBy, courier, tracking, remark } = handed;
      const code = deskText(handed.code);
      if (code === '' || handedInBy.trim() === '') throw new Refusal('badRequest');
      const answer = await answerCode(tx, code, at);
      const cause = causeOf(answer);
      if (cause === 'other' && remark.trim() === '') throw new Refusal('badRequest', { at: ['remark'] });
      const planId = answer.plan?.id ?? null;
      const refusal = await insertRefusal(tx, {
        planId,
        code: code.slice(0, mostKept),
        cause,
        at,
        clerk: session.person,
        handedInBy,
        courier,
        tracking,
        remark,
      });
      if (planId !== null && answer.state !== null) {
        const plan = await findPlanFacts(tx, planId);
        if (plan !== undefined) await tellFilers(tx, await loadIntakeFile(tx, plan), 'paper.refused', { cause }, papersLink(plan.id));
      }
      return {
        reply: { refusal, cause, at },
        subject: answer.plan?.number ?? session.organisationName,
        detail: { event: 'refusePaper', cause, paper: refusal },
      };
    }),
  );
}

function causeOf({ status, late }: DeskAnswer): Cause {
  if (status !== 'valid') return status;
  return late ? 'late' : 'other';
}

/** The note that goes back with the paper: made anew each time from what is on record. */
export async function refusalNote(deps: Deps, asker: Session | null, id: string): Promise<PdfFile> {
  authorise(asker, 'desk.paper', { kind: 'call' });
  return noteOf(deps, await findRefusal(deps.db, id));
}

/** The same for whoever filed the plan that the paper was of. */
export async function planRefusalNote(deps: Deps, asker: Session | null, planId: string, id: string): Promise<PdfFile> {
  const { plan } = authorisePlan(asker, 'intake.paper', await findPlanFacts(deps.db, planId));
  const row = await findRefusal(deps.db, id);
  return noteOf(deps, row?.planId === plan.id ? row : undefined);
}

async function noteOf(deps: Deps, row: ListedRefusal | undefined): Promise<PdfFile> {
  if (row === undefined) throw new Refusal('notFound');
  const { bytes } = await renderRefusal(await editionInForce(deps), await refusalFacts(deps.db, row), deps.demo);
  return { bytes, name: `${row.plan ?? 'paper'}-refused.pdf` };
}

/** What the note and the register say of a refusal. */
export async function refusalFacts(db: Db, row: ListedRefusal): Promise<RefusalPaper> {
  const { code, cause, at, handedInBy, courier, tracking, remark, person, centre, plan: number, zone, planId } = row;
  const plan = number === null ? undefined : await findPlanNumbered(db, number);
  const newest = planId === null ? undefined : await latestVersion(db, planId);
  const deadline = plan === undefined ? null : formatDeadline(Date.parse(await paperDeadline(db, plan)));
  return { zone, plan: number, code, cause, at, current: newest?.n ?? null, deadline, handedInBy, courier, tracking, remark, clerk: person, centre };
}
