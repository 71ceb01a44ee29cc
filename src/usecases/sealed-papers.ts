import { findIntakeState, listLetters } from '#db/scans.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { listVersionDocuments } from '#db/version-documents.ts';
import { findVersion, listVersions, type VersionRow } from '#db/versions.ts';
import { type PaperKind, paperKinds } from '#domain/filing/intake.ts';
import type { FiledPapers } from '#domain/package/judge-scan.ts';

/** A frozen paper that is printed, sealed and handed in. */
export interface SealedPaper {
  readonly kind: PaperKind;
  readonly pages: number;
  /** Of its PDF. */
  readonly digest: string;
  /** The version that its codes name: a letter may be of an earlier one than the plan that it still holds for. */
  readonly version: number;
}

/** All papers of a recommended version, in the order in which they are bound. */
export interface SealedPapers {
  readonly version: VersionRow;
  readonly documentNumber: string;
  readonly papers: readonly SealedPaper[];
}

/** The papers of version `n`; undefined where the city has not recommended or confirmed it: nothing sealed is asked for before (model R08). */
export async function sealedPapers(db: Db, planId: string, n: number): Promise<SealedPapers | undefined> {
  const letters = await listLetters(db, planId);
  const letter = letters.find((one) => one.n === n);
  const version = letter && (await findVersion(db, planId, n));
  if (version === undefined || letter === undefined) return undefined;
  // A letter that was confirmed as it stood carries the version that it was written for.
  const written = letters.find((one) => one.digest === letter.digest) ?? letter;
  const documents = await listVersionDocuments(db, planId, n);
  const found: readonly SealedPaper[] = [
    { kind: 'letter', pages: letter.pages, digest: letter.digest, version: written.n },
    { kind: 'form', pages: version.pages, digest: version.pdfDigest, version: n },
    ...documents.map(({ kind, pages, digest }) => ({ kind, pages, digest, version: n })),
  ];
  return { version, documentNumber: letter.documentNumber, papers: paperKinds.flatMap((kind) => found.find((paper) => paper.kind === kind) ?? []) };
}

/** One frozen paper of version `n`, recommended or not; undefined where there is none. */
export async function filedPaper(db: Db, planId: string, n: number, kind: PaperKind): Promise<Pick<SealedPaper, 'digest' | 'pages'> | undefined> {
  if (kind === 'letter') return (await sealedPapers(db, planId, n))?.papers.find((paper) => paper.kind === kind);
  if (kind !== 'form') return (await listVersionDocuments(db, planId, n)).find((document) => document.kind === kind);
  const version = await findVersion(db, planId, n);
  return version && { digest: version.pdfDigest, pages: version.pages };
}

/** What a scan of them is held against. */
export async function filedPapers(db: Db, plan: Pick<PlanFacts, 'id' | 'number'>, { version, papers }: SealedPapers): Promise<FiledPapers> {
  const earlier = (await listVersions(db, plan.id)).filter(({ n }) => n < version.n);
  return {
    number: plan.number,
    version: version.n,
    digest: version.contentDigest,
    papers: papers.map(({ kind, pages, version: of }) => ({ kind, pages, version: of })),
    earlier: earlier.map(({ n, contentDigest }) => ({ version: n, digest: contentDigest })),
  };
}

/** Whether sealed scans of version `n` are taken now: it is in force and recommended, and the intake centre is not done with it. */
export async function scansAsked(db: Db, plan: PlanFacts, n: number): Promise<boolean> {
  const open: ReadonlySet<string | undefined> = new Set(['awaitingPaper', 'checking', 'mending', undefined]);
  return (plan.state === 'atProvince' || plan.state === 'mending') && plan.latest === n && open.has(await findIntakeState(db, plan.id));
}
