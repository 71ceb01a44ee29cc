import { findFile } from '#db/files.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { listVersionDocuments } from '#db/version-documents.ts';
import { findVersion } from '#db/versions.ts';
import { pagePictures } from '#documents/read/page-pictures.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

/** Longer side of a page beside the form, in pixels. */
const longest = 1_600;

/** One page of a filed version's paper as a picture: what phones, which show no PDF inside a page, show too. */
export async function versionPage(
  deps: Deps,
  asker: Session | null,
  planId: string,
  at: { readonly n: number; readonly paper: 'form' | 'plan' | 'commitment'; readonly page: number },
): Promise<{ readonly bytes: Uint8Array; readonly tag: string }> {
  const { db } = deps;
  const { plan } = authorisePlan(asker, 'version.pdf', await findPlanFacts(db, planId));
  const version = at.n > 2_147_483_647 ? undefined : await findVersion(db, plan.id, at.n);
  const documents = version === undefined ? [] : await listVersionDocuments(db, plan.id, at.n);
  const digest = at.paper === 'form' ? version?.pdfDigest : documents.find(({ kind }) => kind === at.paper)?.digest;
  if (digest === undefined) throw new Refusal('notFound');
  const load = async (): Promise<Uint8Array> => {
    const file = await findFile(db, digest);
    if (file === undefined) throw new Error('the bytes of a version are missing');
    return file.bytes;
  };
  const bytes = await pagePictures.draw({ digest, kind: 'pdf', page: at.page, longest, as: 'png', load });
  return { bytes, tag: `${digest}-${at.page}-${longest}` };
}
