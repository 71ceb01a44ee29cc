import { findFile, digestOf } from '#db/files.ts';
import { listIntakes, type IntakeListRow } from '#db/intakes.ts';
import { listRefusals } from '#db/paper-desk.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Act } from '#domain/access/acts.ts';
import { may } from '#domain/access/may.ts';
import { now } from '#db/clock.ts';
import { answerTo, blockOf } from '#domain/forms/answers.ts';
import { missingCopies } from '#domain/intake/copies.ts';
import { isComplete } from '#domain/intake/formal-check.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise, authorisePlan, subjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { PdfFile } from './draft-pdf.ts';
import { clusterAt, liveProjects, loadIntakeFile, readFormalCheck, type IntakeFile } from './intake-file.ts';
import { proposalAt } from './proposal-places.ts';
import type { Session } from './session.ts';

/** Every file at the centre, by what is due first. */
export async function listIntakeFiles(deps: Deps, asker: Session | null): Promise<{ now: string; files: readonly IntakeListRow[] }> {
  authorise(asker, 'intake.list', { kind: 'call' });
  return { now: await now(deps.db), files: await listIntakes(deps.db, clusterAt) };
}

const asked = ['intake.receive', 'intake.look', 'intake.mend', 'intake.propose', 'intake.decide'] as const satisfies readonly Act[];

/** One file: what came, what is owed, the formal check as it stands now, and what was proposed and decided. */
export async function readIntakeFile(deps: Deps, asker: Session | null, planId: string) {
  const { plan, session } = authorisePlan(asker, 'intake.read', await findPlanFacts(deps.db, planId));
  const { db } = deps;
  const file = await loadIntakeFile(db, plan);
  const { edition, intake, version, standing, received, mendings, receipts, results } = file;
  const items = await readFormalCheck(db, file);
  const at = await now(db);
  const refusals = await listRefusals(db, plan.id);
  const mendTimes = mendTimesOf(edition);
  return {
    now: at,
    plan: { id: plan.id, number: plan.number, zone: file.zone, cluster: file.cluster, state: plan.state, edition: version.editionDigest },
    state: intake.state,
    number: intake.number,
    version: { n: version.n, filedAt: version.filedAt, digest: version.contentDigest },
    recommended: standing === undefined ? null : { at: standing.madeAt, documentNumber: standing.documentNumber, version: standing.confirmed },
    deadline: file.deadline,
    late: Date.parse(at) >= Date.parse(file.deadline),
    confirmed: file.confirmed,
    copies: { needed: edition.parameters.copies, received, missing: missingCopies(edition.parameters.copies, received) },
    receipts: receipts.map((row) => ({
      n: row.n,
      version: row.planVersion,
      stampedAt: row.stampedAt,
      counts: row.counts,
      handedInBy: row.handedInBy,
      courier: row.courier,
      tracking: row.tracking,
      remark: row.remark,
      clerk: row.person,
      digest: row.digest,
    })),
    refusals: refusals.map(({ id, code, cause, at: refusedAt, handedInBy, remark, person }) => ({
      id,
      code,
      cause,
      at: refusedAt,
      handedInBy,
      remark,
      clerk: person,
    })),
    items: items.map((item) => ({ ...item, note: item.note ?? null, by: item.by ?? null, at: item.at ?? null })),
    complete: isComplete(items),
    mendings: mendings.map(({ round, n, deadline, reason, parts, paper, askedAt }) => ({ round, n, deadline, reason, parts, paper, askedAt })),
    mendingsLeft: Math.max(0, mendTimes - mendings.length),
    projects: namedProjects(file),
    enoughProjects: liveProjects(file).length > edition.parameters.minProjects,
    results: results.map(({ id, kind, project, reason, proposer, proposedAt, proposedBy, decision, decider, decidedAt, decisionReason }) => ({
      id,
      kind,
      project,
      reason,
      proposer,
      proposedAt,
      own: proposedBy === session.person,
      decision,
      decider,
      decidedAt,
      decisionReason,
    })),
    may: asked.filter((act) => may(session, act, subjectOf(plan))),
  };
}

/** How often a file may be sent back for mending. */
export function mendTimesOf({ parameters }: Edition): number {
  const times = parameters['mendTimes'];
  return typeof times === 'number' ? times : 1;
}

/** The file's projects with the names that the frozen text gives them. */
function namedProjects({ projects, version }: IntakeFile) {
  return projects.map(({ id, number, struck }, index) => {
    const answers = version.content.projects[index];
    const name = answers === undefined ? undefined : answerTo(blockOf(answers, proposalAt.block), proposalAt.title);
    return { id, number, struck, name: typeof name === 'string' ? name : '' };
  });
}

/** The receipt as it was printed: the frozen bytes. */
export async function receiptPdf(deps: Deps, asker: Session | null, planId: string, n: number): Promise<PdfFile> {
  const { plan } = authorisePlan(asker, 'intake.paper', await findPlanFacts(deps.db, planId));
  const file = await loadIntakeFile(deps.db, plan);
  const row = file.receipts.find((receipt) => receipt.n === n);
  if (row === undefined) throw new Refusal('notFound');
  const kept = await findFile(deps.db, row.digest);
  if (kept === undefined || digestOf(kept.bytes) !== row.digest) throw new Error('a receipt is not what was printed');
  return { bytes: kept.bytes, name: `${file.intake.number ?? plan.number}-${n}.pdf` };
}
