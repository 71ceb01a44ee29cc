import { digestOf, findFile } from '#db/files.ts';
import { listVersionDocuments, type VersionDocumentRow } from '#db/version-documents.ts';
import { namesOf } from '#db/organisations.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { VersionHead, VersionRow } from '#db/versions.ts';
import { currentVersion, findVersion, listVersions as storedVersions } from '#db/versions.ts';
import type { Act } from '#domain/access/acts.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { typedCode } from '#domain/filing/verify-code.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { PdfFile } from './draft-pdf.ts';
import type { Session } from './session.ts';

/** A document frozen beside the form; a type, not an interface, because a receipt holds it too. */
export type FrozenDocument = Pick<VersionDocumentRow, 'kind' | 'digest' | 'pages'>;

/** A frozen version as lists show it. */
export interface ListedVersion {
  readonly n: number;
  readonly filedAt: string;
  readonly filedBy: string;
  readonly digest: string;
  readonly pdfDigest: string;
  readonly pages: number;
  readonly documents: FrozenDocument[];
  readonly receipt: string;
  readonly current: boolean;
  readonly code: string;
}

/** Frozen versions, newest first. */
export async function listVersions(deps: Deps, asker: Session | null, planId: string): Promise<ListedVersion[]> {
  const { plan } = authorisePlan(asker, 'version.list', await findPlanFacts(deps.db, planId));
  return present(deps, plan, await storedVersions(deps.db, plan.id));
}

/** A frozen version: its content as filed. */
export async function readVersion(deps: Deps, asker: Session | null, planId: string, n: number): Promise<{ row: ListedVersion; content: PlanContent }> {
  const { plan, version } = await authorisedVersion(deps, asker, 'version.read', planId, n);
  const [row] = await present(deps, plan, [version]);
  if (row === undefined) throw new Error('a version was lost on the way');
  return { row, content: version.content };
}

/** The frozen bytes, which are what was promised: their digest is computed anew. */
export async function versionPdf(deps: Deps, asker: Session | null, planId: string, n: number): Promise<PdfFile & { readonly digest: string }> {
  const { plan, version } = await authorisedVersion(deps, asker, 'version.pdf', planId, n);
  return { bytes: await frozenBytes(deps, version.pdfDigest), digest: version.pdfDigest, name: `${plan.number}-v${n}.pdf` };
}

/** The same for a document beside the form; absent from versions that were frozen before there were any. */
export async function versionDocumentPdf(
  deps: Deps,
  asker: Session | null,
  planId: string,
  n: number,
  kind: FrozenDocument['kind'],
): Promise<PdfFile & { readonly digest: string }> {
  const { plan } = await authorisedVersion(deps, asker, 'version.pdf', planId, n);
  const document = (await listVersionDocuments(deps.db, plan.id, n)).find((one) => one.kind === kind);
  if (document === undefined) throw new Refusal('notFound');
  return { bytes: await frozenBytes(deps, document.digest), digest: document.digest, name: `${plan.number}-v${n}-${kind}.pdf` };
}

async function frozenBytes(deps: Deps, digest: string): Promise<Uint8Array> {
  const file = await findFile(deps.db, digest);
  if (file === undefined || digestOf(file.bytes) !== digest) throw new Error('a frozen file is not what was frozen');
  return file.bytes;
}

async function authorisedVersion(deps: Deps, asker: Session | null, act: Act, planId: string, n: number): Promise<{ plan: PlanFacts; version: VersionRow }> {
  const { plan } = authorisePlan(asker, act, await findPlanFacts(deps.db, planId));
  const version = n > 2_147_483_647 ? undefined : await findVersion(deps.db, plan.id, n);
  if (version === undefined) throw new Refusal('notFound');
  return { plan, version };
}

async function present(deps: Deps, plan: PlanFacts, versions: readonly VersionHead[]): Promise<ListedVersion[]> {
  const names = await namesOf(
    deps.db,
    versions.map((version) => version.filedBy),
  );
  const documents = Map.groupBy(await listVersionDocuments(deps.db, plan.id), (document) => document.n);
  const inForce = currentVersion(plan, plan.latest === null ? undefined : { n: plan.latest });
  return versions.map((version) => ({
    n: version.n,
    filedAt: version.filedAt,
    filedBy: names.get(version.filedBy) ?? '',
    digest: version.contentDigest,
    pdfDigest: version.pdfDigest,
    pages: version.pages,
    documents: (documents.get(version.n) ?? []).map(({ kind, digest, pages }) => ({ kind, digest, pages })),
    receipt: version.receiptNumber,
    current: version.n === inForce,
    code: typedCode(plan.number, version.n, version.contentDigest),
  }));
}
