import { findFile } from '#db/files.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { findLiveRecommendation, letterOf } from '#db/plan-recommendations.ts';
import { now } from '#db/clock.ts';
import { renderDocument } from '#documents/render/document.ts';
import type { RenderedPaper } from '#documents/render/form.ts';
import { readDocumentNumber } from '#domain/values/document-number.ts';
import { formatDay } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import { type CityFile, loadCityFile } from './city-file.ts';
import type { Deps } from './deps.ts';
import type { PdfFile } from './draft-pdf.ts';
import type { Session } from './session.ts';

/** Letters that are being drawn: presses that come at once share one. */
const underWay = new Map<string, Promise<RenderedPaper>>();

/** 推荐函 of the version, with its number and its date (`YYYY-MM-DD`), as it will be sealed. */
export async function renderLetter(deps: Deps, { plan, live, version }: CityFile, letterNumber: string, date: string): Promise<RenderedPaper> {
  const key = JSON.stringify([plan.id, version.contentDigest, plan.editionDigest, letterNumber, date]);
  const mark = { number: plan.number, version: version.n, digest: version.contentDigest, publicUrl: deps.publicUrl };
  const rendering =
    underWay.get(key) ??
    renderDocument('letter', { edition: live.edition, plan: version.content, problems: [], mark, date, letterNumber, demo: deps.demo }).finally(() =>
      underWay.delete(key),
    );
  underWay.set(key, rendering);
  return rendering;
}

/** The letter before it is given, marked 草稿: `number` is what its 文号 would be. */
export async function previewLetter(deps: Deps, asker: Session | null, planId: string, number: string | undefined): Promise<PdfFile> {
  const { plan } = authorisePlan(asker, 'recommendation.preview', await findPlanFacts(deps.db, planId));
  const { live, version } = await loadCityFile(deps.db, plan);
  const given = (number ?? '').trim();
  const letterNumber = given === '' ? undefined : readDocumentNumber(given);
  if (given !== '' && letterNumber === undefined) throw new Refusal('badDocumentNumber');
  const { bytes } = await renderDocument('letter', {
    edition: live.edition,
    plan: version.content,
    problems: [],
    mark: { draft: true },
    date: formatDay(Date.parse(await now(deps.db))),
    demo: deps.demo,
    ...(letterNumber === undefined ? {} : { letterNumber }),
  });
  return { bytes, name: `${plan.number}-letter-draft.pdf` };
}

/** The frozen letter of the recommendation that stands; absent where none does. */
export async function letterPdf(deps: Deps, asker: Session | null, planId: string): Promise<PdfFile & { readonly digest: string }> {
  const { plan } = authorisePlan(asker, 'recommendation.letter', await findPlanFacts(deps.db, planId));
  const standing = await findLiveRecommendation(deps.db, plan.id);
  if (standing === undefined) throw new Refusal('notFound');
  const { digest } = await letterOf(deps.db, standing);
  const file = await findFile(deps.db, digest);
  if (file === undefined) throw new Error('the bytes of a letter are missing');
  return { bytes: file.bytes, digest, name: `${plan.number}-letter.pdf` };
}
