import { auditHead } from '#db/audit.ts';
import { keepFile } from '#db/files.ts';
import { setIntake } from '#db/intakes.ts';
import { insertReceipt, insertRefusal, nextInSeries } from '#db/paper-desk.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { nextNumber, setPlanState } from '#db/plans.ts';
import { waitTurn } from '#db/turns.ts';
import type { Tx } from '#db/pool.ts';
import { renderReceipt } from '#documents/render/draw-intake.ts';
import type { RenderedPaper } from '#documents/render/form.ts';
import type { Copies } from '#domain/filing/intake.ts';
import { decideIntake } from '#domain/filing/lifecycle/intake.ts';
import { decidePlan } from '#domain/filing/lifecycle/plan.ts';
import { parsePageCode, parseVerifyCode, speaksOf } from '#domain/filing/verify-code.ts';
import { addCopies, countedPapers, hasCopies, missingCopies } from '#domain/intake/copies.ts';
import { deskText } from '#domain/intake/desk-text.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorisePlan } from './authorise.ts';
import { command, type Done } from './command.ts';
import type { Deps } from './deps.ts';
import { loadIntakeFile, type IntakeFile } from './intake-file.ts';
import { askedOf, keptArrival } from './keep-arrival.ts';
import { tellFilers } from './intake-tell.ts';
import { papersLink } from './links.ts';
import type { Session } from './session.ts';

/** What the clerk says of paper that lies on the desk. A type: it is part of what a request says. */
export type Handed = {
  /** The code on the paper, as scanned or typed; empty where a mending asked for a scan only. */
  readonly code: string;
  readonly counts: Copies;
  readonly handedInBy: string;
  readonly courier: string | null;
  readonly tracking: string | null;
  readonly remark: string;
};

/** `taken: false`: it came too late, which is on record too. */
export type Received =
  | {
      readonly taken: true;
      readonly number: string;
      readonly n: number;
      readonly stampedAt: string;
      readonly missing: { readonly [paper in keyof Copies]: number };
    }
  | { readonly taken: false; readonly refusal: string; readonly at: string; readonly deadline: string };

interface Ready {
  readonly at: string;
  readonly late: boolean;
  readonly version: number;
  readonly number: string;
  readonly n: number;
  readonly audit: { readonly seq: number; readonly hash: string };
  readonly paper?: RenderedPaper;
}

/**
 * Takes paper in: stamped with the instant at which the request had arrived in full, by the database's clock. The receipt is rendered
 * before the transaction, under the number that comes next; when another desk took that number meanwhile it is rendered again.
 * Paper that comes after the deadline is refused, on record.
 */
export function receivePaper(deps: Deps, asker: Session | null, key: string, planId: string, handed: Handed, elapsed: () => number): Promise<Received> {
  let arrival: string | undefined;
  return command(
    deps,
    { session: asker, key, act: 'intake.receive', says: { plan: planId, ...handed, counts: { ...handed.counts } } },
    {
      prepare: async (): Promise<Ready> => {
        arrival ??= await arrivalOf(deps.db, elapsed);
        const { plan, session } = authorisePlan(asker, 'intake.receive', await findPlanFacts(deps.db, planId));
        const file = await loadIntakeFile(deps.db, plan);
        const says = { plan: plan.id, version: file.version.n, ...handed, counts: { ...handed.counts } };
        // A server that is lost while the receipt is drawn costs nobody the deadline.
        const { at, keep } = await keptArrival(deps.db, askedOf(session.person, key, says), arrival);
        const late = isLate(file, handed, at);
        if (!late) await keep();
        const number = file.intake.number ?? (await nextInSeries(deps.db, seriesOf(file)));
        const n = file.receipts.length + 1;
        const audit = await auditHead(deps.db);
        const ready = { at, late, version: file.version.n, number, n, audit };
        return late ? ready : { ...ready, paper: await print(deps, session, file, handed, ready) };
      },
      within: async (tx, ready) => {
        const { plan, session } = authorisePlan(asker, 'intake.receive', await findPlanFacts(tx, planId, 'update'));
        const file = await loadIntakeFile(tx, plan);
        if (file.version.n !== ready.version) return 'again';
        if (isLate(file, handed, ready.at)) return refuse(tx, session, file, handed, ready.at);
        if (ready.paper === undefined || file.receipts.length + 1 !== ready.n) return 'again';
        if (file.intake.number === null) {
          await waitTurn(tx, seriesOf(file));
          if ((await nextInSeries(tx, seriesOf(file))) !== ready.number) return 'again';
          await nextNumber(tx, seriesOf(file));
        }
        return take(tx, session, file, handed, { ...ready, paper: ready.paper });
      },
    },
  );
}

function seriesOf({ plan }: IntakeFile): string {
  return `SL${plan.callYear}`;
}

/** Refuses what can never be taken, whatever the hour; answers whether the paper comes too late. */
function isLate(file: IntakeFile, handed: Handed, at: string): boolean {
  const { intake, version, mendings } = file;
  const event = intake.state === 'mending' ? 'receiveMended' : 'receive';
  const [round] = mendings;
  const scanOnly = intake.state === 'mending' && round !== undefined && round.parts.length === 0 && round.paper.every((one) => one === 'scan');
  if (!hasCopies(handed.counts) && !scanOnly) throw new Refusal('badRequest', { at: ['counts'] });
  if (handed.handedInBy.trim() === '') throw new Refusal('badRequest', { at: ['handedInBy'] });
  const filedVersion = (scanOnly && handed.code === '') || isFiled(file, handed);
  const decision = decideIntake(intake.state, event, {
    by: ['clerk'],
    arrivedAt: Date.parse(at),
    deadline: Date.parse(file.deadline),
    filedVersion,
    confirmed: file.confirmed,
  });
  if (decision.done) return false;
  if (decision.code === 'tooLate') return true;
  const paper = parseVerifyCode(deskText(handed.code))?.version ?? null;
  throw new Refusal(decision.code, decision.code === 'notTheFiledVersion' ? { filed: version.n, paper } : {});
}

/**
 * Whether the code is the filed version's. A letter that still holds for a mended version carries an earlier one: it speaks for letters
 * alone, never for a pile that may be as old as it is.
 */
function isFiled({ plan, version, letter }: IntakeFile, { code: read, counts }: Handed): boolean {
  const text = deskText(read);
  const code = parseVerifyCode(text);
  if (code?.number !== plan.number) return false;
  if (code.version === version.n) return speaksOf(code, version.contentDigest);
  const lettersOnly = counts.plan === 0 && counts.form === 0 && parsePageCode(text)?.paper === 'letter';
  return lettersOnly && code.version === letter.version && speaksOf(code, letter.digest);
}

async function print(deps: Deps, session: Session, file: IntakeFile, handed: Handed, ready: Omit<Ready, 'paper'>): Promise<RenderedPaper> {
  const { plan, edition, zone, cluster, version } = file;
  const { at, number, n, audit } = ready;
  const { counts, handedInBy, courier, tracking, remark } = handed;
  return renderReceipt(
    edition,
    {
      number,
      n,
      zone,
      cluster,
      plan: plan.number,
      counts,
      version: version.n,
      digest: version.contentDigest,
      at,
      auditSeq: audit.seq,
      auditHash: audit.hash,
      handedInBy,
      courier,
      tracking,
      remark,
      clerk: session.name,
      centre: session.organisationName,
    },
    deps.demo,
  );
}

async function take(tx: Tx, session: Session, file: IntakeFile, handed: Handed, ready: Ready & { readonly paper: RenderedPaper }): Promise<Done<Received>> {
  const { plan, intake, version, edition } = file;
  const { number, n, at, audit } = ready;
  const { counts, handedInBy, courier, tracking, remark } = handed;
  const digest = await keepFile(tx, 'application/pdf', ready.paper.bytes);
  await setIntake(tx, intake.id, { state: 'checking', number });
  if (plan.state === 'mending') await setPlanState(tx, plan.id, backAtProvince(file, at));
  await insertReceipt(tx, {
    intakeId: intake.id,
    n,
    planVersion: version.n,
    stampedAt: at,
    clerk: session.person,
    counts,
    handedInBy: handedInBy.trim(),
    courier,
    tracking,
    remark,
    digest,
    auditSeq: audit.seq,
    auditHash: audit.hash,
  });
  const missing = missingCopies(edition.parameters.copies, addCopies([file.received, counts]));
  const owed = countedPapers.reduce((sum, paper) => sum + missing[paper], 0);
  await tellFilers(tx, file, 'paper.received', { receipt: `${number}-${n}`, missing: owed }, papersLink(plan.id));
  const event = intake.state === 'mending' ? 'receiveMended' : 'receive';
  return {
    reply: { taken: true, number, n, stampedAt: at, missing: { ...missing } },
    subject: plan.number,
    detail: { event, receipt: `${number}-${n}`, version: version.n, counts: { ...counts }, digest },
  };
}

/** Where only paper was mended the plan still stands as it was sent back; where its text was, the city has brought it back already. */
function backAtProvince({ plan }: IntakeFile, at: string) {
  const decision = decidePlan(plan.state, 'confirm', { by: ['sys'], arrivedAt: Date.parse(at), deadline: 0, openProblems: 0, checkBegun: false });
  if (!decision.done) throw new Refusal(decision.code);
  return decision.to;
}

async function refuse(tx: Tx, session: Session, file: IntakeFile, handed: Handed, at: string): Promise<Done<Received>> {
  const { plan, deadline } = file;
  const { code, handedInBy, courier, tracking, remark } = handed;
  const refusal = await insertRefusal(tx, {
    planId: plan.id,
    code: deskText(code),
    cause: 'late',
    at,
    clerk: session.person,
    handedInBy,
    courier,
    tracking,
    remark,
  });
  await tellFilers(tx, file, 'paper.refused', { cause: 'late' }, papersLink(plan.id));
  return { reply: { taken: false, refusal, at, deadline }, subject: plan.number, detail: { refused: 'tooLate', paper: refusal } };
}
