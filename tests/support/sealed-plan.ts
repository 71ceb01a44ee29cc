import { randomUUID } from 'node:crypto';
import { keepFile } from '#db/files.ts';
import { findPlan, setPlanState } from '#db/plans.ts';
import { awaitPaper, insertLiveRecommendation } from '#db/plan-recommendations.ts';
import type { Db } from '#db/pool.ts';
import { insertVersionDocuments } from '#db/version-documents.ts';
import { insertVersion } from '#db/versions.ts';
import { drawDocument, renderDocument } from '#documents/render/document.ts';
import { renderers } from '#documents/render/form.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';

/** Papers of a version as bytes, in the order in which they are bound. */
export interface Sealed {
  readonly letter: Uint8Array;
  readonly form: Uint8Array;
  readonly commitment: Uint8Array;
  readonly pages: { readonly letter: number; readonly form: number; readonly commitment: number };
  readonly digest: string;
}

/** Renders a version's papers with the codes that they would have: no 试点方案, and a 申报表 of few pages, so that scans of them are soon read. */
export async function renderSealed(number: string, version: number, plan: PlanContent, digest: string = contentDigest({ ...plan })): Promise<Sealed> {
  const mark = { number, version, digest, publicUrl: 'http://jiqun.test' };
  const request = { edition: loadEdition(raw), plan, problems: [], mark, date: '2022-03-11' };
  const letter = await renderDocument('letter', { ...request, letterNumber: '泰科函〔2022〕8号' });
  const { qr, ...flow } = drawDocument('commitment', request);
  const form = await renderers.render({ ...flow, qr: { payload: `${qr?.payload.slice(0, -1)}F`, alt: '' } });
  const commitment = await renderDocument('commitment', request);
  return {
    letter: letter.bytes,
    form: form.bytes,
    commitment: commitment.bytes,
    pages: { letter: letter.pages, form: form.pages, commitment: commitment.pages },
    digest,
  };
}

/** Freezes them as version `n` of a plan, and brings the plan to the province as recommended, past the commands. */
export async function recommendSealed(
  app: { readonly deps: { readonly db: Db } },
  planId: string,
  n: number,
  content: PlanContent,
  sealed: Sealed,
): Promise<void> {
  const plan = (await findPlan(app.deps.db, planId))!;
  await app.deps.db.transaction().execute(async (tx) => {
    const { editionDigest } = await tx.selectFrom('call').select('editionDigest').executeTakeFirstOrThrow();
    const { userId } = await tx.selectFrom('membership').select('userId').where('organisationId', '=', plan.zoneId).executeTakeFirstOrThrow();
    const keep = (bytes: Uint8Array) => keepFile(tx, 'application/pdf', bytes);
    const [pdfDigest, letterDigest, digest] = [await keep(sealed.form), await keep(sealed.letter), await keep(sealed.commitment)];
    const filing = { editionDigest, contentDigest: sealed.digest, pdfDigest, pages: sealed.pages.form, filedAt: '2022-03-11T02:00:00.000Z', filedBy: userId };
    await insertVersion(tx, { planId, year: 2022, n, content, ...filing });
    await insertVersionDocuments(tx, [{ planId, n, kind: 'commitment', digest, pages: sealed.pages.commitment }]);
    const letter = { documentNumber: '泰科函〔2022〕8号', letterDigest, letterPages: sealed.pages.letter };
    await insertLiveRecommendation(tx, { id: randomUUID(), planId, n, cityId: plan.cityId, ...letter, madeBy: userId, madeAt: '2022-03-20T02:00:00.000Z' });
    await awaitPaper(tx, planId);
    await setPlanState(tx, planId, 'atProvince');
  });
}
