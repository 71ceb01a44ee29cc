import { zipSync } from 'fflate';
import { digestOf, findFile } from '#db/files.ts';
import { namesOf } from '#db/organisations.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { arranged, findLiveScan, listScanFiles, listTold, type ScanFileRow } from '#db/scans.ts';
import { copiesOf, noticeFileName, noticeParts, paperFileName, renderPrintNotice, sealsOf } from '#documents/render/print-notice.ts';
import { may } from '#domain/access/may.ts';
import type { PaperKind } from '#domain/filing/intake.ts';
import { arrangeScan } from '#domain/package/arrange-scan.ts';
import type { FoundPage, ScanFault } from '#domain/package/judge-scan.ts';
import { formatDay } from '#domain/values/instant.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan, subjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { PdfFile } from './draft-pdf.ts';
import { pinnedEdition } from './editions.ts';
import { handedIn, type HandedIn } from './handed-in.ts';
import { scansAsked, sealedPapers, type SealedPapers } from './sealed-papers.ts';
import type { Session } from './session.ts';

/** A file of a scan as pages show it. */
export interface ScanFileView {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  /** Null until it was read. */
  readonly pages: number | null;
  readonly loose: boolean;
}

export interface ScanView {
  readonly state: 'gathering' | 'reading' | 'read' | 'failed';
  readonly files: readonly ScanFileView[];
  readonly pages: readonly { readonly file: string; readonly page: number; readonly blank: boolean }[];
  readonly ok: boolean | null;
  readonly found: readonly (FoundPage & { readonly by?: string })[];
  readonly faults: readonly ScanFault[];
  readonly failure: JsonObject | null;
  readonly readAt: string | null;
  readonly madeBy: string;
}

/** What a plan's sealed papers are: which to print, how often, where the seals go; and the scan of them. */
export interface PapersView {
  readonly number: string;
  /** `notYet`: nothing sealed is asked for before the city has recommended. `unconfirmed`: the city has not yet confirmed the mended version. */
  readonly stage: 'notYet' | 'unconfirmed' | 'ready';
  /** Version in force; null where there is none. */
  readonly n: number | null;
  readonly documentNumber: string | null;
  readonly papers: readonly { readonly kind: PaperKind; readonly name: string; readonly pages: number; readonly copies: number; readonly seals: string }[];
  readonly notes: readonly { readonly title: string; readonly items: readonly string[] }[];
  readonly scan: ScanView | null;
  /** This person may upload and mend the scan now. */
  readonly mayScan: boolean;
  readonly handedIn: HandedIn | null;
}

export async function readPapers(deps: Deps, asker: Session | null, planId: string): Promise<PapersView> {
  const { plan, session } = authorisePlan(asker, 'papers.read', await findPlanFacts(deps.db, planId));
  const n = plan.state === 'drafting' ? null : plan.latest;
  const sealed = n === null ? undefined : await sealedPapers(deps.db, plan.id, n);
  const handed = may(session, 'intake.paper', subjectOf(plan)) ? await handedIn(deps.db, plan.id) : null;
  const none = { number: plan.number, n, documentNumber: null, papers: [], notes: [], scan: null, mayScan: false, handedIn: handed };
  if (n === null || sealed === undefined) return { ...none, stage: plan.state === 'mending' ? 'unconfirmed' : 'notYet' };
  const { version, papers, documentNumber } = sealed;
  const edition = await pinnedEdition(deps.db, version.editionDigest);
  const { names } = edition.papers.printing;
  const date = dayOf(sealed);
  return {
    number: plan.number,
    stage: 'ready',
    n,
    documentNumber,
    papers: papers.map(({ kind, pages }) => ({
      kind,
      name: names[kind],
      pages,
      copies: copiesOf(edition.parameters.copies, kind),
      seals: sealsOf(edition, version.content, date, kind),
    })),
    notes: noticeParts({ edition, plan: version.content, papers, mark: markOf(plan, sealed), date }),
    scan: await viewScan(deps, plan.id, n),
    mayScan: may(session, 'scan.edit', subjectOf(plan)) && (await scansAsked(deps.db, plan, n)),
    handedIn: handed,
  };
}

/** The scan of a version's sealed papers, for whoever reads that version. */
export async function readScanOf(deps: Deps, asker: Session | null, planId: string, n: number): Promise<ScanView> {
  const { plan } = authorisePlan(asker, 'papers.read', await findPlanFacts(deps.db, planId));
  const scan = n > 2_147_483_647 ? null : await viewScan(deps, plan.id, n);
  if (scan === null) throw new Refusal('notFound');
  return scan;
}

async function viewScan(deps: Deps, planId: string, n: number): Promise<ScanView | null> {
  const scan = await findLiveScan(deps.db, planId, n);
  if (scan === undefined || scan.state === 'removed') return null;
  const [files, told] = [await listScanFiles(deps.db, scan.id), await listTold(deps.db, scan.id)];
  const names = await namesOf(deps.db, [scan.madeBy, ...told.map(({ by }) => by)]);
  const pages = arrangeScan(files.map(arranged), told);
  const verdict = scan.state === 'read' ? scan.verdict : null;
  const tellerOf = (page: FoundPage): string | undefined => {
    const at = pages[page.scan - 1];
    return told.find((one) => one.file === at?.file && one.page === at.page)?.by;
  };
  return {
    state: scan.state,
    files: files.map(viewFile),
    pages: pages.map(({ file, page, scanned }) => ({ file, page, blank: scanned.blank === true })),
    ok: verdict?.ok ?? null,
    found: verdict?.found.map((page) => (page.told === true ? { ...page, by: names.get(tellerOf(page) ?? '') ?? '' } : page)) ?? [],
    faults: verdict?.faults ?? [],
    failure: scan.state === 'failed' ? scan.failure : null,
    readAt: verdict === null ? null : scan.readAt,
    madeBy: names.get(scan.madeBy) ?? '',
  };
}

function viewFile({ id, name, size, mediaType, reading, loose }: ScanFileRow): ScanFileView {
  return { id, name, size, mediaType, pages: reading?.length ?? null, loose };
}

/** A frozen paper of the version in force, or 打印须知 that goes with them. */
export async function paperPdf(deps: Deps, asker: Session | null, planId: string, paper: PaperKind | 'notice'): Promise<PdfFile & { readonly digest: string }> {
  const { plan, sealed } = await readySealed(deps, asker, planId);
  if (paper === 'notice') {
    const { bytes } = await notice(deps, plan, sealed);
    return { bytes, digest: digestOf(bytes), name: `${plan.number}-v${sealed.version.n}-notice.pdf` };
  }
  const found = sealed.papers.find(({ kind }) => kind === paper);
  if (found === undefined) throw new Refusal('notFound');
  return { bytes: await frozen(deps, found.digest), digest: found.digest, name: `${plan.number}-v${sealed.version.n}-${paper}.pdf` };
}

/** Everything that is printed, in the order in which it is bound, with 打印须知 first. The same papers give the same bytes. */
export async function printPackage(deps: Deps, asker: Session | null, planId: string): Promise<PdfFile> {
  const { plan, sealed } = await readySealed(deps, asker, planId);
  const edition = await pinnedEdition(deps.db, sealed.version.editionDigest);
  const first = await notice(deps, plan, sealed);
  const files: [string, Uint8Array][] = [[noticeFileName(edition), first.bytes]];
  for (const [index, { kind, digest }] of sealed.papers.entries()) files.push([paperFileName(edition, kind, index + 1), await frozen(deps, digest)]);
  // A zip knows local time only: a fixed day, so that the bytes stay the same.
  const bytes = zipSync(Object.fromEntries(files.map(([name, file]) => [name, [file, { level: 0, mtime: '1980-01-01T00:00:00' }]])));
  return { bytes, name: `${plan.number}-v${sealed.version.n}-print.zip` };
}

async function readySealed(deps: Deps, asker: Session | null, planId: string): Promise<{ readonly plan: PlanFacts; readonly sealed: SealedPapers }> {
  const { plan } = authorisePlan(asker, 'papers.read', await findPlanFacts(deps.db, planId));
  const sealed = plan.state === 'drafting' || plan.latest === null ? undefined : await sealedPapers(deps.db, plan.id, plan.latest);
  if (sealed === undefined) throw new Refusal('notFound');
  return { plan, sealed };
}

async function notice(deps: Deps, plan: PlanFacts, sealed: SealedPapers) {
  const edition = await pinnedEdition(deps.db, sealed.version.editionDigest);
  const { version, papers } = sealed;
  return renderPrintNotice({ edition, plan: version.content, papers, mark: markOf(plan, sealed), date: dayOf(sealed), demo: deps.demo });
}

function markOf(plan: PlanFacts, { version }: SealedPapers) {
  return { number: plan.number, version: version.n, digest: version.contentDigest };
}

function dayOf({ version }: SealedPapers): string {
  return formatDay(Date.parse(version.filedAt));
}

async function frozen(deps: Deps, digest: string): Promise<Uint8Array> {
  const file = await findFile(deps.db, digest);
  if (file === undefined || digestOf(file.bytes) !== digest) throw new Error('a frozen file is not what was frozen');
  return file.bytes;
}
