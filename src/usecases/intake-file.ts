import { findDeadlines } from '#db/calls.ts';
import {
  findStanding,
  filedProjects,
  findIntake,
  listFormalItems,
  listResults,
  recommendedZones,
  type FiledProject,
  type IntakeRow,
  type ListedResult,
} from '#db/intakes.ts';
import { listMendings, type MendingRow } from '#db/mendings.ts';
import { findOrganisation } from '#db/organisations.ts';
import { listReceipts, type ListedReceipt } from '#db/paper-desk.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { findVersion, type VersionRow } from '#db/versions.ts';
import { check } from '#domain/filing/check.ts';
import type { Copies } from '#domain/filing/intake.ts';
import { answerTo, blockOf } from '#domain/forms/answers.ts';
import { copiesOf } from '#domain/intake/copies.ts';
import { formalCheck, type FormalAnswer, type FormalFacts } from '#domain/intake/formal-check.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { pinnedEdition } from './editions.ts';
import { loadPlan } from './load-plan.ts';
import { scanState } from './scan-state.ts';
import { sealedPapers } from './sealed-papers.ts';

/** Where the form keeps the cluster's name. */
export const clusterAt = ['name', 'name'] as const;

/** Everything that stands about one recommended plan at the intake centre. */
export interface IntakeFile {
  readonly plan: PlanFacts;
  readonly zone: string;
  readonly cluster: string;
  readonly edition: Edition;
  readonly intake: IntakeRow;
  /** The version in force. */
  readonly version: VersionRow;
  readonly receipts: readonly ListedReceipt[];
  /** Copies of the version in force, and letters that still hold for it. */
  readonly received: Copies;
  /** The version that the letter in force was issued for, whose code it carries, and that version's digest. */
  readonly letter: { readonly version: number; readonly digest: string };
  /** Newest first. */
  readonly mendings: readonly MendingRow[];
  readonly results: readonly ListedResult[];
  readonly projects: readonly FiledProject[];
  readonly standing: { readonly madeAt: string; readonly n: number; readonly confirmed: number; readonly documentNumber: string } | undefined;
  /** Instant by which paper is due: the newest mending's own, else the call's for this zone. */
  readonly deadline: string;
  /** Nothing was mended online, or the city stands by what was. */
  readonly confirmed: boolean;
}

/** The file without its formal check, which costs more. */
export async function loadIntakeFile(db: Db, plan: PlanFacts): Promise<IntakeFile> {
  const intake = await findIntake(db, plan.id);
  const version = plan.latest === null ? undefined : await findVersion(db, plan.id, plan.latest);
  if (intake === undefined || version === undefined) throw new Refusal('notFound');
  const edition = await pinnedEdition(db, version.editionDigest);
  const zone = await findOrganisation(db, plan.zoneId);
  const receipts = await listReceipts(db, intake.id);
  const mendings = await listMendings(db, plan.id);
  const standing = await findStanding(db, plan.id);
  const { paperBy } = await findDeadlines(db, plan.callId, plan.zoneId);
  const [newest] = mendings;
  const cluster = answerTo(blockOf(version.content.form, clusterAt[0]), clusterAt[1]);
  const written = (await sealedPapers(db, plan.id, version.n))?.papers.find(({ kind }) => kind === 'letter')?.version ?? version.n;
  const issuedFor = written === version.n ? version : ((await findVersion(db, plan.id, written)) ?? version);
  return {
    plan,
    zone: zone?.name ?? '',
    cluster: typeof cluster === 'string' ? cluster : '',
    edition,
    intake,
    version,
    receipts,
    received: copiesOf(receipts, version.n, issuedFor.n),
    letter: { version: issuedFor.n, digest: issuedFor.contentDigest },
    mendings,
    results: await listResults(db, intake.id),
    projects: await filedProjects(db, plan.id, version.n),
    standing,
    deadline: newest?.deadline ?? paperBy,
    confirmed: newest === undefined || newest.parts.length === 0 || (version.n > newest.n && standing?.confirmed === version.n),
  };
}

/** Live projects that may still be admitted. */
export function liveProjects({ projects }: IntakeFile): readonly FiledProject[] {
  return projects.filter((project) => !project.struck);
}

/** The formal check as it stands now: from the frozen text, the stamps, and what people ticked; from nothing that a request says. */
export async function readFormalCheck(db: Db, file: IntakeFile): Promise<readonly FormalAnswer[]> {
  const looked = await listFormalItems(db, file.intake.id, file.version.n);
  const answers = new Map(looked.map(({ item, result, note, by, at }) => [item, { result, note, by, at }]));
  return formalCheck(file.edition, await formalFacts(db, file), answers);
}

async function formalFacts(db: Db, file: IntakeFile): Promise<FormalFacts> {
  const { plan, edition, version, standing, receipts, received } = file;
  const { submitBy, recommendBy } = await findDeadlines(db, plan.callId, plan.zoneId);
  const first = standing === undefined || standing.n === version.n ? version : await findVersion(db, plan.id, standing.n);
  const city = await findOrganisation(db, plan.cityId);
  const live = liveProjects(file);
  const [earliest] = receipts.filter((receipt) => receipt.planVersion === version.n);
  const { attachments } = version.content;
  return {
    filedAt: first?.filedAt ?? version.filedAt,
    submitBy,
    recommendedAt: standing?.madeAt,
    recommendBy,
    version: version.n,
    confirmed: standing?.confirmed,
    city: city?.name ?? '',
    recommendedZones: await recommendedZones(db, plan.callId, plan.cityId),
    projects: live.length,
    withoutProposal: live.filter((project) => project.ownerId !== null && project.proposalVersion === null).map((project) => project.number),
    problems: problemsOf(edition, version, (await loadPlan(db, plan)).facts),
    proofs: { files: attachments.length, missing: attachments.filter((one) => one.digest === undefined).map((one) => one.name) },
    scan: await scanFact(db, plan.id, version.n),
    received,
    stampedAt: earliest?.stampedAt,
    paperBy: file.deadline,
  };
}

/** What the frozen text breaks, at the moments of filing and of intake, once each. A project that was struck out is still in the text. */
function problemsOf(edition: Edition, { content, filedAt }: VersionRow, facts: Awaited<ReturnType<typeof loadPlan>>['facts']): readonly Problem[] {
  const found = (['submit', 'intake'] as const).flatMap((moment) => check(edition, content, moment, { ...facts, at: filedAt }));
  return [...new Map(found.map((problem) => [`${problem.rule} ${problem.path} ${problem.message}`, problem])).values()];
}

async function scanFact(db: Db, planId: string, n: number): Promise<FormalFacts['scan']> {
  const { state, ok, pages, told } = await scanState(db, planId, n);
  const standing = state === 'gathering' ? 'none' : state === 'read' ? (ok === true ? 'ok' : 'faulty') : state;
  return { standing, pages, told };
}
