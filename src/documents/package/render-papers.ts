import { check } from '#domain/filing/check.ts';
import type { PaperKind } from '#domain/filing/intake.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Manifest } from '#domain/package/manifest.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { FlowImage } from '#documents/render/flow/flow.ts';
import { renderDocument } from '#documents/render/document.ts';
import { type RenderedPaper, renderForm } from '#documents/render/form.ts';

/** What the papers of a package are printed from. */
export interface PapersRequest {
  readonly edition: Edition;
  readonly plan: PlanContent;
  /** Instant at which the plan was filed or is printed, ISO 8601. */
  readonly at: string;
  readonly manifest: Pick<Manifest, 'contentDigest' | 'date' | 'demo' | 'publicUrl' | 'filed'>;
  readonly images: ReadonlyMap<string, FlowImage>;
  readonly letter?: { readonly number: string; readonly date: string };
}

/** A paper printed anew: frozen papers as they were frozen, drafts marked as drafts. Throws what renderForm and renderDocument throw. */
export async function renderPaper(kind: PaperKind, { edition, plan, at, manifest, images, letter }: PapersRequest): Promise<RenderedPaper> {
  const { filed, contentDigest: digest, publicUrl, demo } = manifest;
  const registered = filed?.registered ?? null;
  const problems = check(edition, plan, 'submit', { at, ...(registered === null ? {} : { zone: registered }) });
  const mark = filed === null || publicUrl === null ? { draft: true as const } : { number: filed.number, version: filed.version, digest, publicUrl };
  const request = { edition, plan, problems, mark, date: manifest.date, demo };
  if (kind === 'form') return renderForm(request);
  if (kind !== 'letter') return renderDocument(kind, kind === 'plan' ? { ...request, images } : request);
  return renderDocument('letter', { ...request, ...(letter === undefined ? {} : { letterNumber: letter.number, date: letter.date }) });
}
