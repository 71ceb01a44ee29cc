import { digestOf, findFile } from '#db/files.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { findReceipt } from '#db/receipts.ts';
import { findRegistered } from '#db/zone-register.ts';
import { findLetterOfVersion } from '#db/letters.ts';
import { findVersion } from '#db/versions.ts';
import type { Viewer } from '#documents/package/open-page.ts';
import { type PackageContent, writePackage } from '#documents/package/write-package.ts';
import { formatDay } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import { narrativeImages } from './narrative-images.ts';
import { papersOf, receiptOf } from './read-receipt.ts';
import type { Session } from './session.ts';

/** What writes packages; composition gives it, because the page that goes into them is built from the web's sources. */
export interface Packager {
  /** Release of the product, and which page. */
  readonly product: string;
  readonly viewer: Viewer;
}

type Paper = PackageContent['papers'][number];

/** A frozen version with its receipt and papers as one file that is checked without a network (离线核验包). Nothing is rendered. */
export async function readPackage(
  deps: Deps,
  asker: Session | null,
  planId: string,
  n: number,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const { plan } = authorisePlan(asker, 'version.package', await findPlanFacts(deps.db, planId));
  const version = n > 2_147_483_647 ? undefined : await findVersion(deps.db, plan.id, n);
  const row = version && (await findReceipt(deps.db, plan.id, version.receiptNumber));
  if (version === undefined || row === undefined) throw new Refusal('notFound');
  const receipt = await receiptOf(deps, plan, row, version);
  const frozen = await Promise.all(
    papersOf(receipt).map(async ({ kind, pages, digest }): Promise<Paper> => ({ kind, pages, bytes: await frozenBytes(deps, digest) })),
  );
  const { content, filedAt } = version;
  const registered = await findRegistered(deps.db, content.zone);
  const { product, viewer } = await deps.packager();
  const bytes = writePackage(
    {
      product,
      plan: content,
      edition: await pinnedEdition(deps.db, version.editionDigest),
      date: formatDay(Date.parse(filedAt)),
      demo: deps.demo,
      publicUrl: version.publicUrl ?? deps.publicUrl,
      filed: { number: plan.number, version: n, filedAt, registered: registered?.content ?? null },
      receipt,
      papers: [...(await letterPaper(deps, plan, n)), ...frozen],
      images: await narrativeImages(deps.db, content),
    },
    viewer,
  );
  return { bytes, name: `${plan.number}-v${n}.zip` };
}

/** The letter that was issued for this version, first in the order in which the papers are bound; none for a version without one. */
async function letterPaper(deps: Deps, plan: PlanFacts, n: number): Promise<readonly Paper[]> {
  const letter = await findLetterOfVersion(deps.db, plan.id, n);
  if (letter === undefined) return [];
  const { digest, pages, documentNumber, issuedAt } = letter;
  return [{ kind: 'letter', pages, bytes: await frozenBytes(deps, digest), letter: { number: documentNumber, date: formatDay(Date.parse(issuedAt)) } }];
}

async function frozenBytes(deps: Deps, digest: string): Promise<Uint8Array> {
  const file = await findFile(deps.db, digest);
  if (file === undefined || digestOf(file.bytes) !== digest) throw new Error('a frozen file is not what was frozen');
  return file.bytes;
}
