import { now } from '#db/clock.ts';
import { findFrozenPapers } from '#db/frozen-papers.ts';
import { findLetterOfVersion, findLettersByDigest, type IssuedLetter } from '#db/letters.ts';
import { findPlan, findPlanNumbered, type PlanRow } from '#db/plans.ts';
import { listVersionDocuments } from '#db/version-documents.ts';
import { currentVersion, findVersion, latestVersion, type VersionRow } from '#db/versions.ts';
import type { PaperKind } from '#domain/filing/intake.ts';
import { parsePageCode, parseVerifyCode, speaksOf } from '#domain/filing/verify-code.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';

/** A paper of a version, as its title page calls it. */
export interface VerifiedPaper {
  readonly kind: PaperKind;
  readonly title: string;
  readonly pages: number;
}

export type Verdict =
  | { readonly status: 'unknown'; readonly checkedAt: string }
  | {
      readonly status: 'valid' | 'superseded';
      readonly checkedAt: string;
      readonly zone: string;
      /** The one paper that a page's code or a file is of; every paper of the version for a typed code, which stands on all of them. */
      readonly papers: readonly VerifiedPaper[];
      readonly version: number;
      readonly filedAt: string;
      readonly digest: string;
      readonly current: { readonly version: number; readonly filedAt: string } | null;
    };

/** What a code or a file leads to. */
interface Found {
  readonly plan: PlanRow;
  readonly version: VersionRow;
  readonly papers: readonly (Omit<VerifiedPaper, 'title'> & { readonly letter?: IssuedLetter })[];
}

/** Whether a printed code belongs to the version in force. Everything that is not a version's code answers alike. */
export async function verifyCode(deps: Deps, text: string): Promise<Verdict> {
  return verdictOn(deps, await findCoded(deps, text));
}

/**
 * The same for a file that somebody holds, by the SM3 of its bytes: the file itself never leaves their computer. Only who has the bytes can
 * ask, so that the answer tells nobody anything of a file that they do not have.
 */
export async function verifyFile(deps: Deps, digest: string): Promise<Verdict> {
  return verdictOn(deps, await findFiled(deps, digest));
}

async function verdictOn(deps: Deps, found: Found | undefined): Promise<Verdict> {
  const checkedAt = await now(deps.db);
  if (found === undefined) return { status: 'unknown', checkedAt };
  const { plan, version, papers } = found;
  const newest = await latestVersion(deps.db, plan.id);
  const inForce = currentVersion(plan, newest);
  const edition = await pinnedEdition(deps.db, version.editionDigest);
  // A letter holds as long as the recommendation does, for a mended version too.
  const holds = papers.every(({ letter }) => (letter === undefined ? inForce === version.n : inForce !== null && letter.live));
  return {
    status: holds ? 'valid' : 'superseded',
    checkedAt,
    zone: version.content.zone,
    papers: papers.map(({ kind, pages }) => ({ kind, title: titleOf(edition, kind), pages })),
    version: version.n,
    filedAt: version.filedAt,
    digest: version.contentDigest,
    current: inForce === null || newest === undefined ? null : { version: newest.n, filedAt: newest.filedAt },
  };
}

function titleOf({ forms, papers, commitment }: Edition, kind: PaperKind): string {
  const titles: Readonly<Record<PaperKind, string>> = {
    form: forms.form.title,
    plan: papers.plan.title.at(-1) ?? '',
    commitment: commitment.title,
    letter: papers.receipt.papers.names.letter,
  };
  return titles[kind];
}

async function findCoded({ db }: Deps, text: string): Promise<Found | undefined> {
  const code = parseVerifyCode(text);
  const plan = code && (await findPlanNumbered(db, code.number));
  const version = plan && (await findVersion(db, plan.id, code.version));
  if (version === undefined || plan === undefined || code === undefined || !speaksOf(code, version.contentDigest)) return undefined;
  const page = parsePageCode(text);
  const papers = page?.paper === 'letter' ? await letterOf(db, version) : await papersOf(db, version);
  if (page === undefined) return { plan, version, papers };
  // A page that the paper has not is on no paper of ours, however right its digest.
  const own = papers.filter(({ kind, pages }) => kind === page.paper && pages === page.pages);
  return own.length === 0 ? undefined : { plan, version, papers: own };
}

async function papersOf(db: Deps['db'], { planId, n, pages }: VersionRow): Promise<Found['papers']> {
  const documents = await listVersionDocuments(db, planId, n);
  return [{ kind: 'form', pages }, ...documents.map(({ kind, pages: count }) => ({ kind, pages: count }))];
}

async function letterOf(db: Deps['db'], { planId, n }: VersionRow): Promise<Found['papers']> {
  const letter = await findLetterOfVersion(db, planId, n);
  return letter === undefined ? [] : [{ kind: 'letter', pages: letter.pages, letter }];
}

async function findFiled({ db }: Deps, digest: string): Promise<Found | undefined> {
  const letters = await findLettersByDigest(db, digest);
  const letter = letters.find(({ live }) => live) ?? letters[0];
  const [frozen] = letter === undefined ? await findFrozenPapers(db, digest) : [];
  const at = letter === undefined ? frozen : { planId: letter.planId, n: letter.version, kind: 'letter' as const };
  const plan = at && (await findPlan(db, at.planId));
  const version = at && (await findVersion(db, at.planId, at.n));
  if (at === undefined || plan === undefined || version === undefined) return undefined;
  if (letter !== undefined) return { plan, version, papers: [{ kind: 'letter', pages: letter.pages, letter }] };
  return { plan, version, papers: (await papersOf(db, version)).filter(({ kind }) => kind === at.kind) };
}
